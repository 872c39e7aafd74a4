//! The error type of all commands.

use std::{fmt, io, path::Path};

use anstyle::{AnsiColor, Style};

/// An error that stops a command, with an optional remedy.
#[derive(Debug)]
pub struct Failure {
    reason: String,
    remedy: Option<String>,
}

impl Failure {
    /// Creates a failure. The reason is a sentence without its full stop.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), remedy: None }
    }

    /// Adds what the user can do about the failure.
    #[must_use]
    pub fn with_remedy(self, remedy: impl Into<String>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }

    /// Creates the failure for a file that cannot be read.
    pub fn reading(path: &Path, error: &io::Error) -> Self {
        let failure = Self::new(format!("{} cannot be read: {error}", path.display()));
        match error.kind() {
            io::ErrorKind::NotFound => failure.with_remedy("check the path"),
            io::ErrorKind::PermissionDenied => {
                failure.with_remedy("check the permissions of the file")
            }
            _ => failure,
        }
    }

    /// Creates the failure for a file that cannot be written.
    pub fn writing(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("{} cannot be written: {error}", path.display()))
    }

    /// Creates the failure for standard output that cannot be written to.
    pub fn writing_output(error: io::Error) -> Self {
        Self::new(format!("cannot write to standard output: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = AnsiColor::Red.on_default().bold();
        let hint = Style::new().bold();
        writeln!(f, "{error}error{error:#}: {}", self.reason)?;
        match &self.remedy {
            Some(remedy) => writeln!(f, "{hint}help{hint:#}: {remedy}"),
            None => Ok(()),
        }
    }
}
