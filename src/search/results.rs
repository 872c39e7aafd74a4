//! What is shown.

use super::{Facet, Highlighter, ValueIdx};
use crate::dataset::{OrgIdx, ProjectIdx, TermIdx};

/// The matching projects of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The organization.
    pub org: OrgIdx,
    /// Its matching projects, in the order of the query. Never empty.
    pub projects: Vec<ProjectIdx>,
}

/// A word that was found nowhere, and what was found instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as it was typed.
    pub typed: String,
    /// The tokens that were looked for in its place, folded, the likeliest first; at most three,
    /// even where there are more. Never empty.
    pub found: Vec<String>,
}

/// What an [`Index`](super::Index) finds for a [`Query`](super::Query). It names organizations
/// and projects by their dense ids, so it is as large as the answer, not as the dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The matching projects by organization, in the order of the query.
    pub groups: Vec<Group>,
    /// How many projects match.
    pub n_projects: u32,
    /// What to mark in their texts.
    pub highlighter: Highlighter,
    /// The words that were taken for misspelled ones, in the order of the query.
    pub corrections: Vec<Correction>,
    /// The metric whose effects the projects are sorted by. `None` unless the order is
    /// [`SortBy::Outcome`](super::SortBy::Outcome), and where no matching project has an outcome.
    pub outcome_metric: Option<TermIdx>,
    pub(super) counts: [Vec<u32>; Facet::ALL.len()],
}

impl SearchResults {
    /// Whether nothing matches.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// How many organizations have a matching project.
    pub fn n_orgs(&self) -> usize {
        self.groups.len()
    }

    /// The matching projects, group after group.
    pub fn projects(&self) -> impl Iterator<Item = ProjectIdx> + '_ {
        self.groups.iter().flat_map(|group| group.projects.iter().copied())
    }

    /// How many projects would match if this value were the only refinement of its facet, all
    /// else being equal: what a click on it gives. 0 for a value that the facet does not have.
    pub fn count(&self, facet: Facet, value: ValueIdx) -> u32 {
        self.counts[facet as usize].get(value.0 as usize).copied().unwrap_or(0)
    }
}
