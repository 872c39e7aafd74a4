//! The choice of the rows of a facet.

use super::Atlas;
use crate::search::{Facet, Query, SearchResults, ValueIdx, contains, fold};

/// The number of values that a facet shows before "more": the longest list that is taken in at a
/// glance.
const N_SHOWN: usize = 7;

/// The reader's choice of the rows of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Whether all values are shown, not only the first.
    pub is_expanded: bool,
    /// Whether an expanded facet also shows values without results.
    pub has_empty: bool,
    /// The text that is looked for among the labels of an expanded facet.
    pub text: String,
}

/// The rows of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetRows {
    /// The filter that gave them.
    pub filter: RowFilter,
    /// The values, in the order of the catalog.
    pub values: Vec<ValueIdx>,
}

impl FacetRows {
    /// Chooses rows: the first values; those of an expanded facet that have results, or all whose
    /// labels have the text; and the chosen ones.
    pub fn new(
        atlas: &Atlas,
        query: &Query,
        results: &SearchResults,
        facet: Facet,
        filter: RowFilter,
    ) -> Self {
        let text = if filter.is_expanded { fold(filter.text.trim()) } else { String::new() };
        let is_listed = |rank: usize, value: ValueIdx| {
            if text.is_empty() {
                let is_found = || filter.has_empty || results.count(facet, value) > 0;
                rank < N_SHOWN || (filter.is_expanded && is_found())
            } else {
                contains(&fold(&atlas.catalog().value(facet, value).label), &text)
            }
        };
        let is_chosen = |value| query.polarity(facet, value).is_some();
        let values = atlas.catalog().listed(facet).map(|(value, _)| value).enumerate();
        let values = values.filter(|(rank, value)| is_listed(*rank, *value) || is_chosen(*value));
        Self { values: values.map(|(_, value)| value).collect(), filter }
    }

    /// Keeps the rows of `before` if they are of the same filter: none of them moves away under a
    /// pointer, or while one of them has the focus.
    #[must_use]
    pub fn held_at(self, before: Option<&Self>) -> Self {
        match before {
            Some(before) if before.filter == self.filter => before.clone(),
            _ => self,
        }
    }
}

/// Returns the number of values of a facet that have a list of their own; the others would lead
/// nowhere.
pub fn n_listed(atlas: &Atlas, facet: Facet) -> usize {
    atlas.catalog().listed(facet).count()
}

/// Returns the number of values behind the first ones.
pub fn n_behind(atlas: &Atlas, facet: Facet) -> usize {
    n_listed(atlas, facet).saturating_sub(N_SHOWN)
}

/// Returns the number of values behind the first ones that have no results and are not chosen.
pub fn n_empty(atlas: &Atlas, query: &Query, results: &SearchResults, facet: Facet) -> usize {
    let is_empty = |value: ValueIdx| {
        query.polarity(facet, value).is_none() && results.count(facet, value) == 0
    };
    atlas.catalog().listed(facet).skip(N_SHOWN).filter(|(value, _)| is_empty(*value)).count()
}
