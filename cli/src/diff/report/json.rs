//! Changes for programs.

use serde::Serialize;

use super::{counts, headline};
use crate::{
    diff::change::{Change, Edit},
    json::{as_object, to_pretty_json},
};

/// The report. `rustscape diff --help` has its form.
#[derive(Debug, Serialize)]
struct Document<'c> {
    headline: String,
    #[serde(serialize_with = "as_object")]
    counts: Vec<(&'static str, usize)>,
    changes: Vec<Entry<'c>>,
}

#[derive(Debug, Serialize)]
struct Entry<'c> {
    change: &'static str,
    is_loss: bool,
    record: Option<&'c str>,
    name: Option<&'c str>,
    subject: Option<&'c str>,
    edits: &'c [Edit],
}

/// Writes one object.
pub(super) fn write(changes: &[Change]) -> String {
    let counts = counts(changes).into_iter().map(|(what, n)| (what.key(), n));
    to_pretty_json(&Document {
        headline: headline(changes),
        counts: counts.collect(),
        changes: changes.iter().map(entry).collect(),
    })
}

fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn entry(change: &Change) -> Entry<'_> {
    Entry {
        change: change.what.key(),
        is_loss: change.what.is_loss(),
        record: known(&change.record),
        name: known(&change.name),
        subject: known(&change.subject),
        edits: &change.edits,
    }
}
