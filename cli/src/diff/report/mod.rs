//! How changes are told.

mod html;
mod json;
mod markdown;
mod text;

pub(crate) use self::html::markup;

use super::{
    Format,
    change::{Change, Edit, What},
};
use crate::words::{counted, listed};

/// What is said where nothing changed.
const NOTHING: &str = "Nothing that the dataset claims changed";

/// Tells changes as a text that ends with a line break. The form for people has escapes for a
/// terminal.
pub(crate) fn write(changes: &[Change], format: Format) -> String {
    match format {
        Format::Text => text::write(changes),
        Format::Markdown => markdown::write(changes),
        Format::Json => json::write(changes),
    }
}

/// How often each thing happened, in the order of [`What`].
fn counts(changes: &[Change]) -> Vec<(What, usize)> {
    let count = |what: &What| changes.iter().filter(|change| change.what == *what).count();
    let counts = What::ALL.iter().map(|what| (*what, count(what)));
    counts.filter(|(_, n)| *n > 0).collect()
}

/// "3 projects added, 2 statuses changed and 5 sources added".
pub(crate) fn headline(changes: &[Change]) -> String {
    let counts: Vec<String> = counts(changes)
        .into_iter()
        .map(|(what, n)| {
            let (one, many) = what.counted_as();
            counted(n, one, many)
        })
        .collect();
    if counts.is_empty() { NOTHING.to_owned() } else { listed(&counts) }
}

/// What happened, as a word beside the record: "status changed".
fn happening(what: What) -> &'static str {
    what.counted_as().0
}

/// A field that has only been gained or lost, in a few words: "since 2022".
fn sketched(edit: &Edit) -> Option<(&str, &str)> {
    match (&edit.before, &edit.after) {
        (None, Some(value)) | (Some(value), None) => Some((&edit.field, value)),
        _ => None,
    }
}
