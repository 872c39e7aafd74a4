//! Which rows speak of the same organization or project.

use std::collections::{HashMap, HashSet};

use rustscape::search::fold;

use super::slug::{free_slug, slug};

/// The ids of things that are known by name. Two spellings of a name that differ only in case or
/// accents are one name. Ids that the file gives are [announced](Self::announce) first, so that
/// the order of the file makes no difference to them.
#[derive(Debug, Default)]
pub(super) struct Identities {
    /// The ids that the file gives to a name, without their case and accents.
    given: HashMap<String, Vec<String>>,
    /// The ids of names without a given one.
    made: HashMap<String, String>,
    /// The first names of the ids that the file gives.
    names: HashMap<String, String>,
    /// What is doubtful about the id of a name.
    doubts: HashMap<String, String>,
    /// Every id that is in use.
    taken: HashSet<String>,
    /// What to call something whose name cannot be spelled.
    fallback: &'static str,
}

impl Identities {
    /// No ids yet. A name that cannot be spelled gets this one, with a number.
    pub(super) fn new(fallback: &'static str) -> Self {
        Self { fallback, ..Self::default() }
    }

    /// Notes an id, a slug, that the file gives to a name.
    pub(super) fn announce(&mut self, name: &str, id: &str) {
        self.taken.insert(id.to_owned());
        self.names.entry(id.to_owned()).or_insert_with(|| name.to_owned());
        let ids = self.given.entry(fold(name.trim())).or_default();
        if !ids.iter().any(|other| other == id) {
            ids.push(id.to_owned());
        }
    }

    /// The name to which the file gives an id.
    pub(super) fn name_of(&self, id: &str) -> Option<&str> {
        self.names.get(id).map(String::as_str)
    }

    /// The id of a name for which no id is given here.
    pub(super) fn of_name(&mut self, name: &str) -> String {
        let key = fold(name.trim());
        if let Some((first, others)) = self.given.get(&key).and_then(|ids| ids.split_first()) {
            if !others.is_empty() {
                let doubt = format!(
                    "“{name}” has several ids in this file; “{first}” is used: write which one"
                );
                self.doubts.insert(key, doubt);
            }
            return first.clone();
        }
        if let Some(id) = self.made.get(&key) {
            return id.clone();
        }
        let wanted = Some(slug(name)).filter(|slug| !slug.is_empty());
        let wanted = wanted.unwrap_or_else(|| self.fallback.to_owned());
        let id = free_slug(&wanted, |id| self.taken.contains(id));
        if id != wanted {
            let doubt = format!(
                "“{name}” gets the id “{id}”, because “{wanted}” is taken: is it the same?"
            );
            self.doubts.insert(key.clone(), doubt);
        }
        self.taken.insert(id.clone());
        self.made.insert(key, id.clone());
        id
    }

    /// Why somebody should look at the id of a name, a sentence without its full stop. It is told
    /// once.
    pub(super) fn take_doubt(&mut self, name: &str) -> Option<String> {
        self.doubts.remove(&fold(name.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::Identities;

    #[test]
    fn one_name_is_one_thing_whatever_its_case_and_accents() {
        let mut identities = Identities::new("project");
        assert_eq!(identities.of_name("Nestlé"), "nestle");
        assert_eq!(identities.of_name(" NESTLE "), "nestle");
        assert_eq!(identities.take_doubt("Nestlé"), None);
    }

    #[test]
    fn another_name_of_the_same_spelling_is_another_thing_and_doubtful() {
        let mut identities = Identities::new("project");
        assert_eq!(identities.of_name("Foo"), "foo");
        assert_eq!(identities.of_name("Foo!"), "foo-2");
        assert_eq!(identities.of_name("Foo!"), "foo-2");
        assert!(identities.take_doubt("foo!").is_some());
        assert_eq!(identities.take_doubt("foo!"), None);
    }

    #[test]
    fn a_given_id_holds_for_every_row_with_the_name() {
        let mut identities = Identities::new("project");
        identities.announce("Foo", "bar");
        assert_eq!(identities.of_name("foo"), "bar");
        assert_eq!(identities.of_name("Bar"), "bar-2");
        identities.announce("Foo", "baz");
        assert_eq!(identities.of_name("Foo"), "bar");
        assert!(identities.take_doubt("Foo").is_some());
    }

    #[test]
    fn a_name_that_cannot_be_spelled_has_an_id_too() {
        let mut identities = Identities::new("project");
        assert_eq!(identities.of_name("---"), "project");
        assert_eq!(identities.of_name("+++"), "project-2");
    }
}
