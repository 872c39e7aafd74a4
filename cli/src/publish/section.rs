//! The parts of a site that have feeds and badges of their own.

use rustscape::{
    dataset::OrgIdx,
    link::{Route, value_address},
    search::{Facet, ValueIdx},
    wording::facet_title,
};

use super::Publication;

/// A part of the atlas that others follow or show the count of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Section {
    /// All of it.
    Everything,
    /// One organization.
    Organization(OrgIdx),
    /// The projects with one value of a facet.
    Value(Facet, ValueIdx),
}

impl Section {
    /// The section that a page is about. `None` for pages about something else, for lists that are
    /// narrowed further, and for values without a list.
    pub(super) fn of(publication: &Publication, route: &Route) -> Option<Self> {
        match route {
            Route::Organization(org) => Some(Self::Organization(*org)),
            Route::Explore(query) if query.is_empty() => Some(Self::Everything),
            Route::Explore(_) => {
                let address = publication.address(route);
                let (key, id) = address.strip_suffix('/')?.split_once('/')?;
                let (facet, catalog) = (Facet::from_key(key)?, publication.catalog());
                let (value, _) = catalog.listed(facet).find(|(_, value)| value.id == id)?;
                Some(Self::Value(facet, value))
            }
            _ => None,
        }
    }

    /// What it is called in the atlas: `Replaced: C++`. Unlike the title of its page it has no
    /// count in it, so that it does not change with the data. `None` for everything.
    pub(super) fn name(self, publication: &Publication) -> Option<String> {
        match self {
            Self::Everything => None,
            Self::Organization(org) => Some(publication.dataset().org(org).name.clone()),
            Self::Value(facet, value) => {
                let label = &publication.catalog().value(facet, value).label;
                Some(format!("{}: {label}", facet_title(facet)))
            }
        }
    }

    /// The same with the title of the atlas; that alone for everything.
    pub(super) fn title(self, publication: &Publication) -> String {
        let atlas = &publication.dataset().title;
        match self.name(publication) {
            None => atlas.clone(),
            Some(name) => format!("{name} · {atlas}"),
        }
    }

    /// The address of its page below the site.
    pub(super) fn address(self, publication: &Publication) -> String {
        match self {
            Self::Everything => String::new(),
            Self::Organization(org) => publication.address(&Route::Organization(org)),
            Self::Value(facet, value) => {
                value_address(facet, &publication.catalog().value(facet, value).id)
            }
        }
    }

    /// How many projects it has.
    pub(super) fn n_projects(self, publication: &Publication) -> u32 {
        let dataset = publication.dataset();
        match self {
            Self::Everything => u32::try_from(dataset.projects.len()).unwrap_or(u32::MAX),
            Self::Organization(org) => dataset.org(org).n_projects,
            Self::Value(facet, value) => publication.catalog().value(facet, value).n_projects,
        }
    }
}
