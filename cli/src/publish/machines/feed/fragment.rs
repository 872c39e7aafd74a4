//! What tells the events of a dataset apart.

use std::collections::HashMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rustscape::dataset::Event;

use super::category::key_of;

/// The characters of a record that are escaped: all but those that ids are made of.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'/');

/// Names each event by its day, its kind and its record, and by its number where several have the
/// same. What it says is no part of that, because words are corrected later.
#[derive(Debug, Default)]
pub(super) struct Fragments {
    n_taken: HashMap<String, usize>,
}

impl Fragments {
    /// The fragment of the next event of the file.
    pub(super) fn of(&mut self, event: &Event) -> String {
        let mut fragment = [event.date.as_str(), "-", key_of(event.kind)].concat();
        if let Some(record) = &event.record {
            fragment.push('-');
            fragment.extend(utf8_percent_encode(record, ESCAPED));
        }
        let n_taken = self.n_taken.entry(fragment.clone()).or_default();
        *n_taken += 1;
        // A tilde, because a record may end in a hyphen and a number.
        if 1 < *n_taken { format!("{fragment}~{n_taken}") } else { fragment }
    }
}
