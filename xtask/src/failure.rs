//! What went wrong, for a person.

use std::fmt;
use std::path::Path;

/// One sentence that says what went wrong and, where there is a way on, what to do.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure that is told by `sentence`.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The failure to `verb` (read, write, …) the file or folder at `path`.
    pub(crate) fn of_file(verb: &str, path: &Path, error: &std::io::Error) -> Self {
        Self(format!("could not {verb} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
