//! Report as JSON.

use serde::Serialize;

use super::summary::{counts, headline};
use crate::{
    diff::change::{Change, FieldChange},
    json::{as_object, to_pretty_json},
};

/// The report. `rustscape diff --help` documents its format.
#[derive(Debug, Serialize)]
struct JsonReport<'c> {
    headline: String,
    #[serde(serialize_with = "as_object")]
    counts: Vec<(&'static str, usize)>,
    changes: Vec<ChangeEntry<'c>>,
}

#[derive(Debug, Serialize)]
struct ChangeEntry<'c> {
    change: &'static str,
    is_loss: bool,
    record: Option<&'c str>,
    name: Option<&'c str>,
    subject: Option<&'c str>,
    edits: &'c [FieldChange],
}

/// Returns the report as one JSON object.
pub(super) fn write(changes: &[Change]) -> String {
    let counts = counts(changes).into_iter().map(|(kind, n)| (kind.key(), n));
    to_pretty_json(&JsonReport {
        headline: headline(changes),
        counts: counts.collect(),
        changes: changes.iter().map(entry).collect(),
    })
}

fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn entry(change: &Change) -> ChangeEntry<'_> {
    ChangeEntry {
        change: change.kind.key(),
        is_loss: change.kind.is_loss(),
        record: known(&change.record),
        name: known(&change.name),
        subject: known(&change.subject),
        edits: &change.fields,
    }
}
