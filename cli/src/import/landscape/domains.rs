//! The domains of a dataset, derived from the subcategories of a landscape.

use std::collections::{HashMap, HashSet};

use rustscape::search::fold;

use super::items::Landscape;

/// A domain that was derived from a subcategory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SubcategoryDomain {
    pub(super) label: String,
    /// The name of the category, in a few words.
    pub(super) hint: String,
}

/// The categories and subcategories of a landscape, folded.
#[derive(Debug)]
pub(super) struct DomainMap {
    /// The categories that contain a subcategory of this name.
    categories: HashMap<String, HashSet<String>>,
    /// All pairs of category and subcategory.
    pairs: HashSet<(String, String)>,
}

impl DomainMap {
    pub(super) fn new(landscape: &Landscape<'_>) -> Self {
        let mut categories: HashMap<String, HashSet<String>> = HashMap::new();
        for (category, subcategory) in &landscape.subcategories {
            categories.entry(fold(subcategory)).or_default().insert(fold(category));
        }
        let pairs = landscape.subcategories.iter();
        let pairs = pairs.map(|(category, subcategory)| (fold(category), fold(subcategory)));
        Self { categories, pairs: pairs.collect() }
    }

    /// Returns whether the category contains the subcategory.
    pub(super) fn contains(&self, category: &str, subcategory: &str) -> bool {
        self.pairs.contains(&(fold(category), fold(subcategory)))
    }

    /// Returns the domain of a subcategory. The label includes the category if several categories
    /// have a subcategory of this name.
    pub(super) fn domain(&self, category: &str, subcategory: &str) -> SubcategoryDomain {
        let categories = self.categories.get(&fold(subcategory));
        let is_ambiguous = categories.is_some_and(|categories| categories.len() > 1);
        let label = if is_ambiguous && fold(category) != fold(subcategory) {
            format!("{category}: {subcategory}")
        } else {
            subcategory.to_owned()
        };
        SubcategoryDomain { label, hint: format!("Part of {category}") }
    }
}
