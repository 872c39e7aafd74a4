//! Unique fragments of the URLs of events.

use std::collections::HashMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rustscape::dataset::Event;

use super::category::event_keyword;

/// Characters of an id path that are escaped: all except those that ids consist of.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'/');

/// Generator of fragments. A fragment consists of the day, kind and record of the event, and a
/// number if several events share them. It excludes the note, which curators may correct later.
#[derive(Debug, Default)]
pub(super) struct FragmentGenerator {
    n_events: HashMap<String, usize>,
}

impl FragmentGenerator {
    /// Returns the fragment of an event. Expects the events in the order of the file.
    pub(super) fn next(&mut self, event: &Event) -> String {
        let mut fragment = [event.date.as_str(), "-", event_keyword(event.kind)].concat();
        if let Some(record) = &event.record {
            fragment.push('-');
            fragment.extend(utf8_percent_encode(record, ESCAPED));
        }
        let n_events = self.n_events.entry(fragment.clone()).or_default();
        *n_events += 1;
        // A tilde, because an id may end in a hyphen and a number.
        if *n_events > 1 { format!("{fragment}~{n_events}") } else { fragment }
    }
}
