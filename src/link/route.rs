//! What an address stands for.

use crate::{
    dataset::{Dataset, OrgIdx, ProjectIdx},
    search::{Catalog, Facet, Query},
};

/// A state that has an address, for one dataset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The list of organizations and projects that a query asks for.
    Explore(Query),
    /// One organization.
    Organization(OrgIdx),
    /// One project.
    Project(ProjectIdx),
    /// No page: the path as it was asked for, and the nearest page that there is.
    NotFound {
        /// The path, decoded.
        path: String,
        /// The page that was perhaps meant.
        suggestion: Option<Box<Route>>,
    },
}

impl Route {
    /// The first segment of the pages of organizations and projects.
    pub(super) const ORG: &'static str = "org";

    /// The first segment of a hand-picked list.
    pub(super) const BRIEF: &'static str = "brief";

    /// Everything, in the default order.
    pub fn home() -> Self {
        Self::Explore(Query::default())
    }

    /// The page of the organization that is nearest to an id that does not exist.
    pub(super) fn near_org(id: &str, dataset: &Dataset, catalog: &Catalog) -> Option<Self> {
        let value = catalog.suggest(Facet::Org, id)?;
        dataset.find_org(&catalog.value(Facet::Org, value).id).map(Self::Organization)
    }
}
