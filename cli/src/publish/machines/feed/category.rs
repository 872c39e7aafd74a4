//! What entries are filed under.

use rustscape::{
    dataset::{EVENT_KINDS, EventKind, ProjectIdx},
    search::{Facet, ValueIdx},
    wording::event_label,
};

use super::entry::Subject;
use crate::publish::{Publication, text::one_line};

/// A value by which readers of feeds sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Category {
    /// The absolute address of the list of values.
    pub(super) scheme: String,
    /// What addresses call the value.
    pub(super) term: String,
    /// What readers see.
    pub(super) label: String,
}

/// The category of a sort of change. `changes` is the absolute address of the list of changes.
pub(super) fn of_kind(changes: &str, kind: EventKind) -> Category {
    Category {
        scheme: changes.to_owned(),
        term: key_of(kind).to_owned(),
        label: event_label(kind).to_owned(),
    }
}

/// The known values of a project; of an organization, those of what it does and where it is.
pub(super) fn categories_of(publication: &Publication, subject: Subject) -> Vec<Category> {
    let dataset = publication.dataset();
    let (project, facets): (_, &[Facet]) = match subject {
        Subject::Dataset => return Vec::new(),
        Subject::Project(project) => (Some(project), &Facet::ALL),
        Subject::Organization(org) => {
            (dataset.org(org).project_idxs().next(), &[Facet::Industry, Facet::Country])
        }
    };
    let values = project.into_iter().flat_map(|project| values_of(publication, project));
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

/// What the file calls a sort of change.
pub(super) fn key_of(kind: EventKind) -> &'static str {
    EVENT_KINDS.into_iter().find(|(_, other)| *other == kind).map_or("", |(key, _)| key)
}

/// The values of a project in every facet but the one of organizations, of which there are too
/// many to go through for each project.
pub(super) fn values_of(
    publication: &Publication,
    project: ProjectIdx,
) -> impl Iterator<Item = (Facet, ValueIdx)> + '_ {
    let facets = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org);
    facets.flat_map(move |facet| {
        publication.catalog().values_of(facet, project).map(move |value| (facet, value))
    })
}
