//! Where the files of the service are, below the site.

use rustscape::search::Facet;

use crate::publish::VERSIONS_LIST as LIST;

/// The folder of the service. Its number changes when a file is not any more what it was.
pub(super) const ROOT: &str = "api/v1/";

/// The one file that everything is made of.
pub(super) const DATA: &str = "data/rustscape.json";

/// What it was on earlier days.
pub(super) const VERSIONS: &str = LIST;

/// The file of an organization.
pub(super) fn organization(org_id: &str) -> String {
    [ROOT, "organizations/", org_id, ".json"].concat()
}

/// The file of a project.
pub(super) fn project(org_id: &str, project_id: &str) -> String {
    [ROOT, "projects/", org_id, "/", project_id, ".json"].concat()
}

/// A file of a value of a facet, by the extension of its form.
pub(super) fn value(facet: Facet, id: &str, extension: &str) -> String {
    [ROOT, "facets/", facet.key(), "/", id, ".", extension].concat()
}
