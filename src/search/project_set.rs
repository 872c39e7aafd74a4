//! A set of projects.

use fixedbitset::FixedBitSet;

use crate::dataset::ProjectIdx;

/// A set of the projects of one dataset. Ids are dense, so it is one bit for each project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ProjectSet(FixedBitSet);

impl ProjectSet {
    /// The set of none of `n_projects` projects.
    pub(super) fn none(n_projects: usize) -> Self {
        Self(FixedBitSet::with_capacity(n_projects))
    }

    /// The set of all of `n_projects` projects.
    pub(super) fn all(n_projects: usize) -> Self {
        let mut bits = FixedBitSet::with_capacity(n_projects);
        bits.insert_range(..);
        Self(bits)
    }

    /// Adds a project; one that the dataset does not have is no member of anything.
    pub(super) fn insert(&mut self, project: ProjectIdx) {
        if (project.0 as usize) < self.0.len() {
            self.0.insert(project.0 as usize);
        }
    }

    /// Whether a project is in the set.
    pub(super) fn contains(&self, project: ProjectIdx) -> bool {
        self.0.contains(project.0 as usize)
    }

    /// Keeps what is in the other set too.
    pub(super) fn intersect_with(&mut self, other: &Self) {
        self.0.intersect_with(&other.0);
    }

    /// Adds all of the other set.
    pub(super) fn union_with(&mut self, other: &Self) {
        self.0.union_with(&other.0);
    }

    /// Removes all of the other set.
    pub(super) fn difference_with(&mut self, other: &Self) {
        self.0.difference_with(&other.0);
    }

    /// How many projects are in the set.
    pub(super) fn len(&self) -> u32 {
        as_u32(self.0.count_ones(..))
    }

    /// How many projects are in both sets.
    pub(super) fn intersection_len(&self, other: &Self) -> u32 {
        as_u32(self.0.intersection_count(&other.0))
    }

    /// The projects, in the order of the dataset.
    pub(super) fn iter(&self) -> impl Iterator<Item = ProjectIdx> + '_ {
        self.0.ones().map(|at| ProjectIdx(as_u32(at)))
    }
}

/// A position or a number of projects; ids have 32 bits, so nothing is ever cut.
pub(super) fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
