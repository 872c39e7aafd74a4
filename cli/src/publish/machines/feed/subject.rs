//! Record that a feed entry is about.

use rustscape::dataset::{OrgIdx, ProjectIdx};

/// Record that a feed entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntrySubject {
    /// The dataset as a whole, or a record that the dataset does not contain.
    Dataset,
    /// An organization.
    Organization(OrgIdx),
    /// A project.
    Project(ProjectIdx),
}
