//! What an address stands for.

use crate::{
    dataset::{OrgIdx, ProjectIdx, TermIdx},
    search::Query,
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
    /// What the post claims, checked: all of it, or what got this verdict.
    Claims(Option<TermIdx>),
    /// What changed in the data.
    Changes,
    /// Every organization with its projects by name, from A to Z.
    Directory,
    /// What the atlas is, how it is made, and how to use it.
    About,
    /// No page: the path that was asked for, and the nearest page that there is.
    NotFound {
        /// The path, decoded and without what does not tell one address from another; so much of it
        /// that a reader can recognize it.
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

    /// The first segment of the claims.
    pub(super) const CLAIMS: &'static str = "claims";

    /// The first segment of the changes.
    pub(super) const CHANGES: &'static str = "changes";

    /// The first segment of what the atlas says of itself.
    pub(super) const ABOUT: &'static str = "about";

    /// Everything, in the default order.
    pub fn home() -> Self {
        Self::Explore(Query::default())
    }
}
