//! Route: the state that an address describes.

use crate::{
    dataset::{OrgIdx, ProjectIdx, TermIdx},
    search::Query,
};

/// A state with an address, for one dataset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// List of the results of a query.
    Explore(Query),
    /// Page of an organization.
    Organization(OrgIdx),
    /// Page of a project.
    Project(ProjectIdx),
    /// Page of checked claims: all of them, or those with one verdict.
    Claims(Option<TermIdx>),
    /// Page of the changes in the data.
    Changes,
    /// Directory of all organizations and projects, from A to Z.
    Directory,
    /// Page about the atlas.
    About,
    /// Page for an unknown address.
    NotFound {
        /// Decoded, normalized path, cut to a maximum length. Empty if it is unknown.
        path: String,
        /// Page that was probably meant.
        suggestion: Option<Box<Route>>,
    },
}

impl Route {
    /// First segment of the pages of organizations and projects.
    pub(super) const ORG: &'static str = "org";

    /// First segment of a selection of projects.
    pub(super) const BRIEF: &'static str = "brief";

    /// First segment of the pages of claims.
    pub(super) const CLAIMS: &'static str = "claims";

    /// First segment of the page of changes.
    pub(super) const CHANGES: &'static str = "changes";

    /// First segment of the page about the atlas.
    pub(super) const ABOUT: &'static str = "about";

    /// Returns the list of everything in the default order.
    pub fn home() -> Self {
        Self::Explore(Query::default())
    }
}
