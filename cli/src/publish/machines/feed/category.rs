//! Categories of feed entries.

use rustscape::{
    dataset::{EVENT_KINDS, EventKind, ProjectIdx},
    search::{Facet, ValueIdx},
    wording::event_label,
};

use super::subject::EntrySubject;
use crate::publish::{Publication, text::one_line};

/// A category by which feed readers can filter entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Category {
    /// Absolute URL that identifies the list of terms.
    pub(super) scheme: String,
    /// Id of the value in links.
    pub(super) term: String,
    /// Label for readers.
    pub(super) label: String,
}

/// Returns the category of a kind of event. `changes` is the absolute URL of the page of changes.
pub(super) fn event_category(changes: &str, kind: EventKind) -> Category {
    Category {
        scheme: changes.to_owned(),
        term: event_keyword(kind).to_owned(),
        label: event_label(kind).to_owned(),
    }
}

/// Returns the known facet values of a project, or the industry and country of an organization.
pub(super) fn subject_categories(
    publication: &Publication,
    subject: EntrySubject,
) -> Vec<Category> {
    let dataset = publication.dataset();
    let (project, facets): (_, &[Facet]) = match subject {
        EntrySubject::Dataset => return Vec::new(),
        EntrySubject::Project(project) => (Some(project), &Facet::ALL),
        EntrySubject::Organization(org) => {
            (dataset.org(org).project_idxs().next(), &[Facet::Industry, Facet::Country])
        }
    };
    let values = project.into_iter().flat_map(|project| facet_values(publication, project));
    let catalog = publication.catalog();
    let is_known = |(facet, value): &(Facet, ValueIdx)| {
        facets.contains(facet) && catalog.unknown(*facet) != Some(*value)
    };
    values
        .filter(is_known)
        .map(|(facet, value)| {
            let value = catalog.value(facet, value);
            Category {
                scheme: publication.url.absolute(&[facet.key(), "/"].concat()),
                term: value.id.clone(),
                label: one_line(&value.label),
            }
        })
        .collect()
}

/// Returns the keyword of the dataset file for a kind of event.
pub(super) fn event_keyword(kind: EventKind) -> &'static str {
    EVENT_KINDS.into_iter().find(|(_, other)| *other == kind).map_or("", |(key, _)| key)
}

/// Returns the facet values of a project, except its organization. Looking up the latter would scan
/// all organizations for each project.
pub(super) fn facet_values(
    publication: &Publication,
    project: ProjectIdx,
) -> impl Iterator<Item = (Facet, ValueIdx)> + '_ {
    let facets = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org);
    facets.flat_map(move |facet| {
        publication.catalog().values_of(facet, project).map(move |value| (facet, value))
    })
}
