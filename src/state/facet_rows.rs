//! Selection of the values that a facet shows.

use super::Atlas;
use crate::search::{Facet, Query, SearchResults, ValueIdx, contains, fold};

/// Number of values that a collapsed facet shows: short enough to read at a glance.
const N_SHOWN: usize = 7;

/// Filter of the rows of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// `true` if the facet shows all values, not only the first ones.
    pub is_expanded: bool,
    /// `true` if an expanded facet also shows values without results.
    pub has_empty: bool,
    /// Text that the labels of an expanded facet have to contain.
    pub text: String,
}

/// Rows of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetRows {
    /// Filter that selected the rows.
    pub filter: RowFilter,
    /// Values in the order of the catalog.
    pub values: Vec<ValueIdx>,
}

impl FacetRows {
    /// Selects the rows of a facet. A collapsed facet has the first values, an expanded one also the
    /// values with results. If `filter` has a text, the rows are the values whose labels contain it.
    /// Values that the query refines by are always part of the rows.
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

    /// Returns `before` if it has the same filter, otherwise `self`. Rows that a reader points at or
    /// that have the focus stay in place this way.
    #[must_use]
    pub fn or_keep(self, before: Option<&Self>) -> Self {
        match before {
            Some(before) if before.filter == self.filter => before.clone(),
            _ => self,
        }
    }
}

/// Returns the number of values that a facet lists. Values without any project are not listed.
pub fn n_listed(atlas: &Atlas, facet: Facet) -> usize {
    atlas.catalog().listed(facet).count()
}

/// Returns the number of values that a collapsed facet hides.
pub fn n_collapsed(atlas: &Atlas, facet: Facet) -> usize {
    n_listed(atlas, facet).saturating_sub(N_SHOWN)
}

/// Returns the number of hidden values of a facet that have no results and are not chosen.
pub fn n_empty(atlas: &Atlas, query: &Query, results: &SearchResults, facet: Facet) -> usize {
    let is_empty = |value: ValueIdx| {
        query.polarity(facet, value).is_none() && results.count(facet, value) == 0
    };
    atlas.catalog().listed(facet).skip(N_SHOWN).filter(|(value, _)| is_empty(*value)).count()
}
