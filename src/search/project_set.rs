//! Sets of projects.

use fixedbitset::FixedBitSet;

use crate::dataset::ProjectIdx;

/// A set of projects of one dataset, as a bit set over their dense ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ProjectSet(FixedBitSet);

impl ProjectSet {
    /// Creates an empty set for a dataset of `n_projects`.
    pub(super) fn none(n_projects: usize) -> Self {
        Self(FixedBitSet::with_capacity(n_projects))
    }

    /// Creates the set of all `n_projects` of a dataset.
    pub(super) fn all(n_projects: usize) -> Self {
        let mut bits = FixedBitSet::with_capacity(n_projects);
        bits.insert_range(..);
        Self(bits)
    }

    /// Adds a project. A project that is not in the dataset is ignored.
    pub(super) fn insert(&mut self, project: ProjectIdx) {
        if (project.0 as usize) < self.0.len() {
            self.0.insert(project.0 as usize);
        }
    }

    /// Returns whether a project is in the set.
    pub(super) fn contains(&self, project: ProjectIdx) -> bool {
        self.0.contains(project.0 as usize)
    }

    /// Removes the projects that are not in the other set.
    pub(super) fn intersect_with(&mut self, other: &Self) {
        self.0.intersect_with(&other.0);
    }

    /// Adds the projects of the other set.
    pub(super) fn union_with(&mut self, other: &Self) {
        self.0.union_with(&other.0);
    }

    /// Removes the projects of the other set.
    pub(super) fn difference_with(&mut self, other: &Self) {
        self.0.difference_with(&other.0);
    }

    /// Returns the number of projects in the set.
    pub(super) fn len(&self) -> u32 {
        as_u32(self.0.count_ones(..))
    }

    /// Returns the number of projects in both sets.
    pub(super) fn intersection_len(&self, other: &Self) -> u32 {
        as_u32(self.0.intersection_count(&other.0))
    }

    /// Iterates over the projects in the order of the dataset.
    pub(super) fn iter(&self) -> impl Iterator<Item = ProjectIdx> + '_ {
        self.0.ones().map(|at| ProjectIdx(as_u32(at)))
    }
}

/// Converts a position or a number of projects. Dense ids have 32 bits, so nothing is cut.
pub(super) fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
