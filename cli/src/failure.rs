use std::{fmt, io, path::Path};

use anstyle::{AnsiColor, Style};

/// Why a command could not be done, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    reason: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure for this reason, a sentence without its full stop.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), remedy: None }
    }

    /// The same, with what to do about it.
    #[must_use]
    pub fn with_remedy(self, remedy: impl Into<String>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }

    /// A file could not be read.
    pub fn reading(path: &Path, error: &io::Error) -> Self {
        let failure = Self::new(format!("{} cannot be read: {error}", path.display()));
        match error.kind() {
            io::ErrorKind::NotFound => failure.with_remedy("check the path"),
            io::ErrorKind::PermissionDenied => failure.with_remedy("check who may read the file"),
            _ => failure,
        }
    }

    /// A file could not be written.
    pub fn writing(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("{} cannot be written: {error}", path.display()))
    }

    /// The output could not be written.
    pub fn writing_output(error: io::Error) -> Self {
        Self::new(format!("the output cannot be written: {error}"))
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
