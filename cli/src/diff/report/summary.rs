//! Parts that the formats of the report have in common.

use crate::{
    diff::change::{Change, ChangeKind, FieldChange},
    words::{counted, listed},
};

/// Headline if nothing changed.
const NO_CHANGES: &str = "Nothing that the dataset claims changed";

/// Returns the number of changes of each kind, in the order of [`ChangeKind`] and without zeros.
pub(super) fn counts(changes: &[Change]) -> Vec<(ChangeKind, usize)> {
    let count = |kind: &ChangeKind| changes.iter().filter(|change| change.kind == *kind).count();
    let counts = ChangeKind::ALL.iter().map(|kind| (*kind, count(kind)));
    counts.filter(|(_, n)| *n > 0).collect()
}

/// Returns the counts as a phrase, such as "3 projects added, 2 statuses changed and 5 sources
/// added".
pub(crate) fn headline(changes: &[Change]) -> String {
    let counts: Vec<String> = counts(changes)
        .into_iter()
        .map(|(kind, n)| {
            let (one, many) = kind.labels();
            counted(n, one, many)
        })
        .collect();
    if counts.is_empty() { NO_CHANGES.to_owned() } else { listed(&counts) }
}

/// Returns the key and the only value of a field that was added or removed; `None` if the field
/// has both values.
pub(super) fn single_value(change: &FieldChange) -> Option<(&str, &str)> {
    match (&change.before, &change.after) {
        (None, Some(value)) | (Some(value), None) => Some((&change.field, value)),
        _ => None,
    }
}
