//! Paths of the files of the data API, relative to the site.

use rustscape::search::Facet;

use crate::publish::VERSIONS_LIST as LIST;

/// Folder of the data API. An incompatible change gets a new number.
pub(super) const ROOT: &str = "api/v1/";

/// Dataset file, the source of all other files.
pub(super) const DATA: &str = "data/rustscape.json";

/// List of the earlier versions of the dataset file.
pub(super) const VERSIONS: &str = LIST;

/// Returns the path of a file in the folder of the data API.
pub(super) fn in_root(name: &str) -> String {
    [ROOT, name].concat()
}

/// Returns the path of the file of an organization.
pub(super) fn organization(org_id: &str) -> String {
    [ROOT, "organizations/", org_id, ".json"].concat()
}

/// Returns the path of the file of a project.
pub(super) fn project(org_id: &str, project_id: &str) -> String {
    [ROOT, "projects/", org_id, "/", project_id, ".json"].concat()
}

/// Returns the path of the file of a facet value with this extension, such as `csv`.
pub(super) fn value(facet: Facet, id: &str, extension: &str) -> String {
    [ROOT, "facets/", facet.key(), "/", id, ".", extension].concat()
}
