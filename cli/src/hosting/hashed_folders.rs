//! Folders whose file names contain a hash of the content.

/// Folder of the files that pages load.
pub const ASSETS: &str = "assets/";

/// Folder of the dataset as it was on earlier days.
pub const VERSIONS: &str = "data/versions/";

/// Every folder with hashed file names. A file in one of them never changes: other content has
/// another name.
pub const HASHED_FOLDERS: [&str; 2] = [ASSETS, VERSIONS];
