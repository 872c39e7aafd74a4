//! Paths of the files about versions.

use crate::{hosting::VERSIONS, publish::hash};

/// Path of the list of versions.
pub const VERSIONS_LIST: &str = "data/versions.json";

/// Folder of the pages that compare a version with the published dataset.
const SINCE: &str = "data/since/";

/// Returns the path of the file of a version.
pub(super) fn path_for(bytes: &[u8]) -> String {
    [VERSIONS, &hash::content_hash(bytes), ".json"].concat()
}

/// Returns the address of the page with the changes since the version of `day`.
pub(super) fn changes_address(day: &str) -> String {
    [SINCE, day, "/"].concat()
}
