//! Sets of projects that have their own page, feed and badge.

use rustscape::{
    dataset::OrgIdx,
    link::{Route, value_address},
    search::{Facet, ValueIdx},
    wording::facet_title,
};

use super::Publication;

/// A set of projects with its own page, feed and badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ProjectSet {
    /// All projects.
    Everything,
    /// The projects of one organization.
    Organization(OrgIdx),
    /// The projects with one value of a facet.
    Value(Facet, ValueIdx),
}

impl ProjectSet {
    /// Returns the set that a route shows. `None` for other kinds of pages, for lists with
    /// further filters, and for values without a page.
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

    /// Returns the name of the set, such as `Replaced: C++`. `None` for all projects.
    ///
    /// The name contains no count, unlike the page title, so it stays the same when the data
    /// changes.
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

    /// Returns the name followed by the title of the atlas; only the title for all projects.
    pub(super) fn title(self, publication: &Publication) -> String {
        let atlas = &publication.dataset().title;
        match self.name(publication) {
            None => atlas.clone(),
            Some(name) => format!("{name} · {atlas}"),
        }
    }

    /// Returns the address of the page of the set, below the site.
    pub(super) fn address(self, publication: &Publication) -> String {
        match self {
            Self::Everything => String::new(),
            Self::Organization(org) => publication.address(&Route::Organization(org)),
            Self::Value(facet, value) => {
                value_address(facet, &publication.catalog().value(facet, value).id)
            }
        }
    }

    /// Returns the number of projects.
    pub(super) fn n_projects(self, publication: &Publication) -> u32 {
        let dataset = publication.dataset();
        match self {
            Self::Everything => u32::try_from(dataset.projects.len()).unwrap_or(u32::MAX),
            Self::Organization(org) => dataset.org(org).n_projects,
            Self::Value(facet, value) => publication.catalog().value(facet, value).n_projects,
        }
    }
}
