//! Comparison of the fields of two records.

use std::fmt::Display;

use rustscape::dataset::{TermIdx, Vocabulary, VocabularyKind};

use crate::diff::change::FieldChange;

/// Collects the fields that differ, in the order of the comparisons.
#[derive(Debug, Default)]
pub(super) struct FieldDiff(Vec<FieldChange>);

impl FieldDiff {
    /// Compares two texts. An empty text is unknown.
    pub(super) fn text(&mut self, field: &str, old: &str, new: &str) {
        let known = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
        self.push(field, known(old), known(new));
    }

    /// Compares two values. `None` is unknown.
    pub(super) fn optional<T: Display>(&mut self, field: &str, old: Option<T>, new: Option<T>) {
        let text = |value: Option<T>| value.map(|value| value.to_string());
        self.push(field, text(old), text(new));
    }

    /// Compares two lists. An empty list is unknown.
    pub(super) fn list(&mut self, field: &str, old: &[String], new: &[String]) {
        self.text(field, &old.join(", "), &new.join(", "));
    }

    /// Adds a field if `before` and `after` differ.
    pub(super) fn push(&mut self, field: &str, before: Option<String>, after: Option<String>) {
        if before != after {
            self.0.push(FieldChange { field: field.to_owned(), before, after });
        }
    }

    /// Adds fields that are known to differ.
    pub(super) fn extend(&mut self, fields: Vec<FieldChange>) {
        self.0.extend(fields);
    }

    /// Returns the fields that differ.
    pub(super) fn into_vec(self) -> Vec<FieldChange> {
        self.0
    }
}

/// Returns the id of a vocabulary term.
pub(super) fn term_id(
    vocabulary: &Vocabulary,
    kind: VocabularyKind,
    idx: Option<TermIdx>,
) -> Option<&str> {
    idx.map(|idx| vocabulary.term(kind, idx).id.as_str())
}

/// Returns the ids of vocabulary terms.
pub(super) fn term_ids(
    vocabulary: &Vocabulary,
    kind: VocabularyKind,
    idxs: &[TermIdx],
) -> Vec<String> {
    idxs.iter().map(|idx| vocabulary.term(kind, *idx).id.clone()).collect()
}

/// Returns the keyword of the dataset file for an enum value.
pub(super) fn keyword<T: PartialEq>(keywords: &[(&'static str, T)], value: &T) -> &'static str {
    keywords.iter().find(|(_, other)| other == value).map_or("", |(keyword, _)| keyword)
}
