//! The vocabulary of an imported dataset, built from the values in the file.

use rustscape::{dataset::VocabularyKind, search::fold};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    slug::{free_slug, slug},
    used_terms::UsedTerms,
};
use crate::{
    default_vocabulary::{DefaultTerm, default_vocabulary},
    json::to_value,
};

/// Collects the terms of every vocabulary list.
#[derive(Debug, Default)]
pub(super) struct VocabularyBuilder {
    lists: [Vec<TermDraft>; VocabularyKind::ALL.len()],
}

/// A term that occurs in the imported file.
#[derive(Debug)]
struct TermDraft {
    id: String,
    label: String,
    /// An explanation on one line; empty if there is none.
    hint: String,
}

/// A term of the dataset file.
#[derive(Debug, Serialize)]
struct FileTerm<'w> {
    id: &'w str,
    label: &'w str,
    #[serde(skip_serializing_if = "str::is_empty")]
    hint: &'w str,
    #[serde(skip_serializing_if = "str::is_empty")]
    quantity: &'w str,
}

impl VocabularyBuilder {
    /// Returns the id of the term that a value names; adds the term if it is new.
    ///
    /// Two values name the same term if they differ only in case, accents or punctuation. A value
    /// also names a default term by its id or its label.
    pub(super) fn term_id(&mut self, kind: VocabularyKind, text: &str) -> String {
        if let Some(default) = find_default_term(kind, text) {
            self.add_term(kind, default.id, default.label);
            return default.id.to_owned();
        }
        let list = &mut self.lists[kind as usize];
        let id = slug(text);
        // The labels of a list are unique, even if their ids differ.
        let by_label = list.iter().position(|term| is_same_label(&term.label, text));
        let by_id = || list.iter().position(|term| term.id == id);
        if let Some(term) = by_label.or_else(by_id).and_then(|at| list.get_mut(at)) {
            // The file used the id as a value before. Another spelling makes a better label.
            if term.label == term.id {
                text.clone_into(&mut term.label);
            }
            return term.id.clone();
        }
        let id = if id.is_empty() {
            free_slug("term", |id| list.iter().any(|term| term.id == id))
        } else {
            id
        };
        self.add_term(kind, &id, text);
        id
    }

    /// Adds a term, unless the list contains its id.
    pub(super) fn add_term(&mut self, kind: VocabularyKind, id: &str, label: &str) {
        let list = &mut self.lists[kind as usize];
        if !list.iter().any(|term| term.id == id) {
            list.push(TermDraft {
                id: id.to_owned(),
                label: label.to_owned(),
                hint: String::new(),
            });
        }
    }

    /// Sets the hint of a term, unless it has one.
    pub(super) fn add_hint(&mut self, kind: VocabularyKind, id: &str, hint: &str) {
        let term = self.lists[kind as usize].iter_mut().find(|term| term.id == id);
        if let Some(term) = term.filter(|term| term.hint.is_empty()) {
            hint.clone_into(&mut term.hint);
        }
    }

    /// Returns the labels of the terms that are not in the default vocabulary. Returns none for a
    /// list without default terms.
    pub(super) fn custom_labels(&self, kind: VocabularyKind) -> Vec<&str> {
        if default_vocabulary(kind).is_empty() {
            return Vec::new();
        }
        let terms = self.lists[kind as usize].iter();
        let custom = terms.filter(|term| find_default_term(kind, &term.id).is_none());
        custom.map(|term| term.label.as_str()).collect()
    }

    /// Returns the `vocabulary` of a dataset file, with the used terms only. Default terms come
    /// first, in their usual order; the others follow by label.
    pub(super) fn to_json(&self, used: &UsedTerms) -> Value {
        let lists = VocabularyKind::ALL.into_iter();
        let lists = lists.map(|kind| (kind.key().to_owned(), to_value(&self.list(kind, used))));
        Value::Object(lists.collect::<Map<_, _>>())
    }

    fn list(&self, kind: VocabularyKind, used: &UsedTerms) -> Vec<FileTerm<'_>> {
        let defaults = default_vocabulary(kind);
        let is_used = |term: &&TermDraft| used.contains(&(kind, term.id.clone()));
        let mut terms: Vec<_> = self.lists[kind as usize].iter().filter(is_used).collect();
        let rank = |term: &TermDraft| defaults.iter().position(|default| default.id == term.id);
        terms.sort_by_cached_key(|term| {
            (rank(term).unwrap_or(defaults.len()), fold(&term.label), term.id.clone())
        });
        terms
            .into_iter()
            .map(|term| file_term(term, rank(term).and_then(|rank| defaults.get(rank))))
            .collect()
    }
}

fn file_term<'w>(term: &'w TermDraft, default: Option<&'static DefaultTerm>) -> FileTerm<'w> {
    let (hint, quantity) =
        default.map_or((term.hint.as_str(), ""), |default| (default.hint, default.quantity));
    FileTerm { id: &term.id, label: &term.label, hint, quantity }
}

/// Returns the default term that a value names by its id or its label.
pub(super) fn find_default_term(kind: VocabularyKind, text: &str) -> Option<&'static DefaultTerm> {
    let id = slug(text);
    let names_term = |term: &&DefaultTerm| term.id == id || is_same_label(term.label, text);
    default_vocabulary(kind).iter().find(names_term)
}

fn is_same_label(label: &str, text: &str) -> bool {
    fold(label) == fold(text.trim())
}

#[cfg(test)]
mod tests {
    use rustscape::dataset::VocabularyKind;
    use serde_json::{Value, json};

    use super::VocabularyBuilder;

    fn list(builder: &VocabularyBuilder, kind: VocabularyKind, used: &[&str]) -> Value {
        let used = used.iter().map(|id| (kind, (*id).to_owned())).collect();
        builder.to_json(&used)[kind.key()].clone()
    }

    #[test]
    fn leaves_out_unused_terms() {
        let mut builder = VocabularyBuilder::default();
        builder.term_id(VocabularyKind::Domain, "Proxy");
        assert_eq!(list(&builder, VocabularyKind::Domain, &[]), json!([]));
    }

    #[test]
    fn values_that_differ_only_in_case_share_a_term() {
        let mut builder = VocabularyBuilder::default();
        assert_eq!(builder.term_id(VocabularyKind::Domain, "data-processing"), "data-processing");
        assert_eq!(builder.term_id(VocabularyKind::Domain, "Data processing"), "data-processing");
        assert_eq!(builder.term_id(VocabularyKind::Domain, "DATA PROCESSING"), "data-processing");
        let terms = list(&builder, VocabularyKind::Domain, &["data-processing"]);
        assert_eq!(terms, json!([{"id": "data-processing", "label": "Data processing"}]));
    }

    #[test]
    fn recognizes_default_terms_by_id_and_label_and_keeps_their_order() {
        let mut builder = VocabularyBuilder::default();
        assert_eq!(builder.term_id(VocabularyKind::Status, "Live"), "live");
        assert_eq!(builder.term_id(VocabularyKind::Status, "Discontinued"), "discontinued");
        assert_eq!(builder.term_id(VocabularyKind::Status, "in production"), "production");
        assert_eq!(builder.term_id(VocabularyKind::Status, "PRODUCTION"), "production");
        let terms = list(&builder, VocabularyKind::Status, &["live", "discontinued", "production"]);
        let ids = terms.as_array().unwrap().iter().map(|term| term["id"].clone());
        assert_eq!(ids.collect::<Vec<_>>(), ["production", "discontinued", "live"]);
        assert_eq!(builder.custom_labels(VocabularyKind::Status), ["Live"]);
        assert_eq!(builder.custom_labels(VocabularyKind::Domain), [] as [&str; 0]);
    }

    #[test]
    fn language_names_with_signs_are_separate_terms() {
        let mut builder = VocabularyBuilder::default();
        let ids =
            ["C", "C++", "C#", "F#"].map(|name| builder.term_id(VocabularyKind::Replaces, name));
        assert_eq!(ids, ["c", "cpp", "csharp", "fsharp"]);
    }

    #[test]
    fn a_value_without_letters_becomes_a_term() {
        let mut builder = VocabularyBuilder::default();
        assert_eq!(builder.term_id(VocabularyKind::Domain, "---"), "term");
        assert_eq!(builder.term_id(VocabularyKind::Domain, "+++"), "term-2");
        assert_eq!(builder.term_id(VocabularyKind::Domain, "---"), "term");
    }
}
