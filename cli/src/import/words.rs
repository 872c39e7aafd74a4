//! The vocabulary, made of the values that occur.

use rustscape::{dataset::VocabularyKind, search::fold};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    slug::{free_slug, slug},
    used::Used,
};
use crate::{
    default_vocabulary::{DefaultTerm, default_vocabulary},
    json::to_value,
};

/// The terms that occurred so far.
#[derive(Debug, Default)]
pub(super) struct Words {
    lists: [Vec<Made>; VocabularyKind::ALL.len()],
}

/// A term as the file has it.
#[derive(Debug, Serialize)]
struct Term<'w> {
    id: &'w str,
    label: &'w str,
    #[serde(skip_serializing_if = "str::is_empty")]
    hint: &'w str,
    #[serde(skip_serializing_if = "str::is_empty")]
    quantity: &'w str,
}

/// A term that is not well known.
#[derive(Debug)]
struct Made {
    id: String,
    label: String,
    /// A line that explains it; empty where there is none.
    hint: String,
}

impl Words {
    /// The id of a value, which becomes a term if it is new. A value is the same as another if it
    /// differs only in case, accents or what stands between its words; a well-known one may be
    /// written as its id or as its label.
    pub(super) fn id_of(&mut self, coded: VocabularyKind, text: &str) -> String {
        if let Some(known) = find_well_known(coded, text) {
            self.add(coded, known.id, known.label);
            return known.id.to_owned();
        }
        let list = &mut self.lists[coded as usize];
        let id = slug(text);
        // No two terms of a list may have the same label, whatever their ids.
        let by_label = list.iter().position(|made| is_same(&made.label, text));
        let by_id = || list.iter().position(|made| made.id == id);
        if let Some(made) = by_label.or_else(by_id).and_then(|at| list.get_mut(at)) {
            // Somebody wrote the id before; what readers see is how it is written elsewhere.
            if made.label == made.id {
                text.clone_into(&mut made.label);
            }
            return made.id.clone();
        }
        let id = if id.is_empty() {
            free_slug("term", |id| list.iter().any(|made| made.id == id))
        } else {
            id
        };
        self.add(coded, &id, text);
        id
    }

    /// Adds a term, unless its list has the id.
    pub(super) fn add(&mut self, coded: VocabularyKind, id: &str, label: &str) {
        let list = &mut self.lists[coded as usize];
        if !list.iter().any(|made| made.id == id) {
            list.push(Made { id: id.to_owned(), label: label.to_owned(), hint: String::new() });
        }
    }

    /// Explains a term that has no explanation yet.
    pub(super) fn explain(&mut self, coded: VocabularyKind, id: &str, hint: &str) {
        let made = self.lists[coded as usize].iter_mut().find(|made| made.id == id);
        if let Some(made) = made.filter(|made| made.hint.is_empty()) {
            hint.clone_into(&mut made.hint);
        }
    }

    /// The labels of the terms that are new to a list which has well-known ones.
    pub(super) fn unusual(&self, coded: VocabularyKind) -> Vec<&str> {
        if default_vocabulary(coded).is_empty() {
            return Vec::new();
        }
        let made = self.lists[coded as usize].iter();
        let made = made.filter(|made| find_well_known(coded, &made.id).is_none());
        made.map(|made| made.label.as_str()).collect()
    }

    /// The vocabulary of a file that uses such terms; there are no others in it. Well-known terms
    /// stand in their usual order, new ones after them by label.
    pub(super) fn vocabulary(&self, used: &Used) -> Value {
        let lists = VocabularyKind::ALL.into_iter();
        let lists = lists.map(|coded| (coded.key().to_owned(), to_value(&self.list(coded, used))));
        Value::Object(lists.collect::<Map<_, _>>())
    }

    fn list(&self, coded: VocabularyKind, used: &Used) -> Vec<Term<'_>> {
        let known = default_vocabulary(coded);
        let is_used = |made: &&Made| used.contains(&(coded, made.id.clone()));
        let mut made: Vec<_> = self.lists[coded as usize].iter().filter(is_used).collect();
        let rank = |made: &Made| known.iter().position(|known| known.id == made.id);
        made.sort_by_cached_key(|made| {
            (rank(made).unwrap_or(known.len()), fold(&made.label), made.id.clone())
        });
        made.into_iter()
            .map(|made| term(made, rank(made).and_then(|rank| known.get(rank))))
            .collect()
    }
}

fn term<'w>(made: &'w Made, known: Option<&'static DefaultTerm>) -> Term<'w> {
    let (hint, quantity) =
        known.map_or((made.hint.as_str(), ""), |known| (known.hint, known.quantity));
    Term { id: &made.id, label: &made.label, hint, quantity }
}

/// The well-known term that a value names by its id or its label.
pub(super) fn find_well_known(coded: VocabularyKind, text: &str) -> Option<&'static DefaultTerm> {
    let id = slug(text);
    default_vocabulary(coded).iter().find(|known| known.id == id || is_same(known.label, text))
}

fn is_same(label: &str, text: &str) -> bool {
    fold(label) == fold(text.trim())
}

#[cfg(test)]
mod tests {
    use rustscape::dataset::VocabularyKind;
    use serde_json::{Value, json};

    use super::Words;

    fn vocabulary(words: &Words, coded: VocabularyKind, used: &[&str]) -> Value {
        let used = used.iter().map(|id| (coded, (*id).to_owned())).collect();
        words.vocabulary(&used)[coded.key()].clone()
    }

    #[test]
    fn what_is_not_used_is_no_term() {
        let mut words = Words::default();
        words.id_of(VocabularyKind::Domain, "Proxy");
        assert_eq!(vocabulary(&words, VocabularyKind::Domain, &[]), json!([]));
    }

    #[test]
    fn values_that_differ_only_by_case_are_one_term() {
        let mut words = Words::default();
        assert_eq!(words.id_of(VocabularyKind::Domain, "data-processing"), "data-processing");
        assert_eq!(words.id_of(VocabularyKind::Domain, "Data processing"), "data-processing");
        assert_eq!(words.id_of(VocabularyKind::Domain, "DATA PROCESSING"), "data-processing");
        let vocabulary = vocabulary(&words, VocabularyKind::Domain, &["data-processing"]);
        assert_eq!(vocabulary, json!([{"id": "data-processing", "label": "Data processing"}]));
    }

    #[test]
    fn a_well_known_term_is_known_by_id_and_label_and_keeps_its_place() {
        let mut words = Words::default();
        assert_eq!(words.id_of(VocabularyKind::Status, "Live"), "live");
        assert_eq!(words.id_of(VocabularyKind::Status, "Discontinued"), "discontinued");
        assert_eq!(words.id_of(VocabularyKind::Status, "in production"), "production");
        assert_eq!(words.id_of(VocabularyKind::Status, "PRODUCTION"), "production");
        let vocabulary =
            vocabulary(&words, VocabularyKind::Status, &["live", "discontinued", "production"]);
        let ids = vocabulary.as_array().unwrap().iter().map(|term| term["id"].clone());
        assert_eq!(ids.collect::<Vec<_>>(), ["production", "discontinued", "live"]);
        assert_eq!(words.unusual(VocabularyKind::Status), ["Live"]);
        assert_eq!(words.unusual(VocabularyKind::Domain), [] as [&str; 0]);
    }

    #[test]
    fn languages_whose_names_are_mostly_signs_are_terms_of_their_own() {
        let mut words = Words::default();
        let ids = ["C", "C++", "C#", "F#"].map(|name| words.id_of(VocabularyKind::Replaces, name));
        assert_eq!(ids, ["c", "cpp", "csharp", "fsharp"]);
    }

    #[test]
    fn a_value_without_a_letter_is_a_term_too() {
        let mut words = Words::default();
        assert_eq!(words.id_of(VocabularyKind::Domain, "---"), "term");
        assert_eq!(words.id_of(VocabularyKind::Domain, "+++"), "term-2");
        assert_eq!(words.id_of(VocabularyKind::Domain, "---"), "term");
    }
}
