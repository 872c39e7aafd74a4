//! The error type of all commands.

use std::fmt;
use std::path::Path;

/// An error message, with a remedy where there is one.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// Creates a failure with this message.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// Creates the failure to `verb` (read, write, …) the file or folder at `path`.
    pub(crate) fn of_file(verb: &str, path: &Path, error: &std::io::Error) -> Self {
        Self(format!("could not {verb} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
