//! Fields and orders that the dataset has data for.

use super::SortBy;
use crate::dataset::{Dataset, Organization, Project, Source};

/// A field other than a facet that is shown only if some record of the dataset fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordField {
    /// Website of an organization.
    Homepage,
    /// Address of a project's source code.
    Repository,
    /// Day on which the sources of a project were last checked.
    Verified,
    /// Publisher of a source.
    Publisher,
    /// Date of publication of a source.
    Published,
}

/// Returns the fields that at least one record fills.
pub(super) fn filled_fields(dataset: &Dataset) -> Vec<RecordField> {
    use RecordField::{Homepage, Published, Publisher, Repository, Verified};
    let any_org = |has: fn(&Organization) -> bool| dataset.organizations.iter().any(has);
    let any_project = |has: fn(&Project) -> bool| dataset.projects.iter().any(has);
    let any_source = |has: fn(&Source) -> bool| {
        dataset.projects.iter().any(|project| project.sources.iter().any(has))
    };
    let is_filled = |field: &RecordField| match field {
        Homepage => any_org(|org| org.homepage.is_some()),
        Repository => any_project(|project| project.repository.is_some()),
        Verified => any_project(|project| project.verified.is_some()),
        Publisher => any_source(|source| source.publisher.is_some()),
        Published => any_source(|source| source.date.is_some()),
    };
    [Homepage, Repository, Verified, Publisher, Published].into_iter().filter(is_filled).collect()
}

/// Returns the orders that make a difference for the dataset, in display order. `years_differ` is
/// `true` if projects differ in their first year of use.
pub(super) fn sort_options(dataset: &Dataset, years_differ: bool) -> Vec<SortBy> {
    let projects = dataset.projects.as_slice();
    let is_useful = |sort: &SortBy| match sort {
        SortBy::Relevance | SortBy::Projects | SortBy::Name => true,
        SortBy::Newest | SortBy::Oldest => years_differ,
        SortBy::Outcome => projects
            .iter()
            .any(|project| project.outcomes.iter().any(|outcome| outcome.value.is_some())),
        SortBy::Updated => projects.windows(2).any(|two| two[0].verified != two[1].verified),
    };
    SortBy::ALL.into_iter().filter(is_useful).collect()
}
