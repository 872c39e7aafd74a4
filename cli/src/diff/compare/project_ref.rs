//! Reference to a project of one of the two datasets.

use rustscape::dataset::{Dataset, Outcome, Project, VocabularyKind};

use super::sources::source_name;

/// A project and the dataset that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct ProjectRef<'d> {
    pub(super) dataset: &'d Dataset,
    pub(super) project: &'d Project,
}

impl ProjectRef<'_> {
    /// Returns the id of the metric of an outcome.
    pub(super) fn metric(&self, outcome: &Outcome) -> &str {
        &self.dataset.vocabulary.term(VocabularyKind::Metric, outcome.metric).id
    }

    /// Returns the name of the source at a position.
    pub(super) fn source(&self, at: usize) -> Option<String> {
        self.project.sources.get(at).map(source_name)
    }
}
