//! Results of a search.

use super::{Facet, Highlighter, ValueIdx};
use crate::dataset::{OrgIdx, ProjectIdx, TermIdx};

/// Matching projects of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Organization.
    pub org: OrgIdx,
    /// Matching projects, in the order of the query. Never empty.
    pub projects: Vec<ProjectIdx>,
}

/// A word without matches, and the tokens that were searched instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Word as typed.
    pub typed: String,
    /// Folded tokens that were searched instead, the most likely first. Never empty, at most three
    /// even if more were searched.
    pub found: Vec<String>,
}

/// Results of an [`Index`](super::Index) for a [`Query`](super::Query).
///
/// Organizations and projects are dense ids, so the size depends on the results, not on the
/// dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// Matching projects by organization, in the order of the query.
    pub groups: Vec<Group>,
    /// Number of matching projects.
    pub n_projects: u32,
    /// Highlighter for the texts of the results.
    pub highlighter: Highlighter,
    /// Corrected words, in the order of the query.
    pub corrections: Vec<Correction>,
    /// Metric whose effects determine the order. `None` unless the order is
    /// [`SortBy::Outcome`](super::SortBy::Outcome) and a matching project has an outcome.
    pub outcome_metric: Option<TermIdx>,
    pub(super) counts: [Vec<u32>; Facet::ALL.len()],
}

impl SearchResults {
    /// Returns `true` if nothing matches.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Returns the number of organizations with a matching project.
    pub fn n_orgs(&self) -> usize {
        self.groups.len()
    }

    /// Iterates over the matching projects, group by group.
    pub fn projects(&self) -> impl Iterator<Item = ProjectIdx> + '_ {
        self.groups.iter().flat_map(|group| group.projects.iter().copied())
    }

    /// Returns the number of matches if this value were the only refinement of its facet.
    ///
    /// The number next to a filter tells what a click on it leads to. Values that the facet does
    /// not have count 0.
    pub fn count(&self, facet: Facet, value: ValueIdx) -> u32 {
        self.counts[facet as usize].get(value.0 as usize).copied().unwrap_or(0)
    }
}
