//! Ids for organizations and projects that a file identifies by name.

use std::collections::{HashMap, HashSet};

use rustscape::search::fold;

use super::slug::{free_slug, slug};

/// Assigns unique ids to names. Names that differ only in case or accents get the same id.
///
/// [Reserve](Self::reserve) the ids that the file gives first, so that the order of the file does
/// not change the result.
#[derive(Debug, Default)]
pub(super) struct IdAllocator {
    /// The reserved ids of each name, by folded name.
    reserved: HashMap<String, Vec<String>>,
    /// The ids that were derived from names, by folded name.
    derived: HashMap<String, String>,
    /// The first name of each reserved id.
    names: HashMap<String, String>,
    /// Warnings about the ids of names, by folded name.
    warnings: HashMap<String, String>,
    /// Every id that is in use.
    taken: HashSet<String>,
    /// The id of a name without letters or digits.
    fallback: &'static str,
}

impl IdAllocator {
    /// Creates an allocator. Names without letters or digits get the id `fallback`, numbered from
    /// the second on.
    pub(super) fn new(fallback: &'static str) -> Self {
        Self { fallback, ..Self::default() }
    }

    /// Reserves an id for a name. The id has to be a slug.
    pub(super) fn reserve(&mut self, name: &str, id: &str) {
        self.taken.insert(id.to_owned());
        self.names.entry(id.to_owned()).or_insert_with(|| name.to_owned());
        let ids = self.reserved.entry(fold(name.trim())).or_default();
        if !ids.iter().any(|other| other == id) {
            ids.push(id.to_owned());
        }
    }

    /// Returns the first name for which an id was reserved.
    pub(super) fn name_of(&self, id: &str) -> Option<&str> {
        self.names.get(id).map(String::as_str)
    }

    /// Returns the id of a name: the one that was reserved for it, or else one that is derived
    /// from the name.
    pub(super) fn id_for(&mut self, name: &str) -> String {
        let key = fold(name.trim());
        if let Some((first, others)) = self.reserved.get(&key).and_then(|ids| ids.split_first()) {
            if !others.is_empty() {
                let warning = format!(
                    "“{name}” has several ids in this file; “{first}” is used: write which one"
                );
                self.warnings.insert(key, warning);
            }
            return first.clone();
        }
        if let Some(id) = self.derived.get(&key) {
            return id.clone();
        }
        let wanted = Some(slug(name)).filter(|slug| !slug.is_empty());
        let wanted = wanted.unwrap_or_else(|| self.fallback.to_owned());
        let id = free_slug(&wanted, |id| self.taken.contains(id));
        if id != wanted {
            let warning = format!(
                "“{name}” gets the id “{id}”, because “{wanted}” is taken: is it the same?"
            );
            self.warnings.insert(key.clone(), warning);
        }
        self.taken.insert(id.clone());
        self.derived.insert(key, id.clone());
        id
    }

    /// Removes and returns the warning about the id of a name: a sentence without its full stop.
    pub(super) fn take_warning(&mut self, name: &str) -> Option<String> {
        self.warnings.remove(&fold(name.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::IdAllocator;

    #[test]
    fn names_that_differ_in_case_and_accents_share_an_id() {
        let mut ids = IdAllocator::new("project");
        assert_eq!(ids.id_for("Nestlé"), "nestle");
        assert_eq!(ids.id_for(" NESTLE "), "nestle");
        assert_eq!(ids.take_warning("Nestlé"), None);
    }

    #[test]
    fn a_different_name_with_the_same_slug_gets_a_numbered_id_and_a_warning() {
        let mut ids = IdAllocator::new("project");
        assert_eq!(ids.id_for("Foo"), "foo");
        assert_eq!(ids.id_for("Foo!"), "foo-2");
        assert_eq!(ids.id_for("Foo!"), "foo-2");
        assert!(ids.take_warning("foo!").is_some());
        assert_eq!(ids.take_warning("foo!"), None);
    }

    #[test]
    fn a_reserved_id_is_used_for_every_spelling_of_the_name() {
        let mut ids = IdAllocator::new("project");
        ids.reserve("Foo", "bar");
        assert_eq!(ids.id_for("foo"), "bar");
        assert_eq!(ids.id_for("Bar"), "bar-2");
        ids.reserve("Foo", "baz");
        assert_eq!(ids.id_for("Foo"), "bar");
        assert!(ids.take_warning("Foo").is_some());
    }

    #[test]
    fn a_name_without_letters_gets_the_fallback_id() {
        let mut ids = IdAllocator::new("project");
        assert_eq!(ids.id_for("---"), "project");
        assert_eq!(ids.id_for("+++"), "project-2");
    }
}
