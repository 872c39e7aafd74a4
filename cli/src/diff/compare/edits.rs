//! Fields, before and after.

use std::fmt::Display;

use rustscape::dataset::{TermIdx, Vocabulary, VocabularyKind};

use crate::diff::change::Edit;

/// The fields that differ, in the order in which they were compared.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// Compares texts that may be empty, which is unknown.
    pub(super) fn text(&mut self, field: &str, old: &str, new: &str) {
        let known = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
        self.push(field, known(old), known(new));
    }

    /// Compares values of which `None` is unknown.
    pub(super) fn optional<T: Display>(&mut self, field: &str, old: Option<T>, new: Option<T>) {
        let text = |value: Option<T>| value.map(|value| value.to_string());
        self.push(field, text(old), text(new));
    }

    /// Compares lists, of which an empty one is unknown.
    pub(super) fn list(&mut self, field: &str, old: &[String], new: &[String]) {
        self.text(field, &old.join(", "), &new.join(", "));
    }

    /// Adds a field if it differs.
    pub(super) fn push(&mut self, field: &str, before: Option<String>, after: Option<String>) {
        if before != after {
            self.0.push(Edit { field: field.to_owned(), before, after });
        }
    }

    /// Adds fields that differ.
    pub(super) fn extend(&mut self, edits: Vec<Edit>) {
        self.0.extend(edits);
    }

    /// Takes the fields that differ.
    pub(super) fn into_vec(self) -> Vec<Edit> {
        self.0
    }
}

/// The id of a coded value.
pub(super) fn id_of(
    vocabulary: &Vocabulary,
    coded: VocabularyKind,
    idx: Option<TermIdx>,
) -> Option<&str> {
    idx.map(|idx| vocabulary.term(coded, idx).id.as_str())
}

/// The ids of coded values.
pub(super) fn ids_of(
    vocabulary: &Vocabulary,
    coded: VocabularyKind,
    idxs: &[TermIdx],
) -> Vec<String> {
    idxs.iter().map(|idx| vocabulary.term(coded, *idx).id.clone()).collect()
}

/// The word of the form for a value.
pub(super) fn word_of<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, other)| other == value).map_or("", |(word, _)| word)
}
