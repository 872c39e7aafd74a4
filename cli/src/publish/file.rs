//! A file of the site, in memory.

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the site, with `/` as the separator and without a leading slash.
    pub path: String,
    /// Content of the file.
    pub bytes: Vec<u8>,
}

impl File {
    /// Creates a file from a path and its content.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}
