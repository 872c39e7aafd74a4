//! How findings are told.

mod excerpt;
mod github;
mod json;
mod text;

use std::io;

pub(super) use self::{github::GithubReport, json::JsonReport, text::TextReport};

use super::{census::Totals, finding::Finding, rule::Severity};
use crate::words::counted;

/// A file that was checked.
pub(super) struct Checked<'f> {
    /// What the file is called.
    pub(super) name: &'f str,
    /// What was read from it, without a byte order mark.
    pub(super) bytes: &'f [u8],
    /// How much it has, if it is a dataset.
    pub(super) totals: Option<Totals>,
    /// How much was found.
    pub(super) counts: Counts,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) n_errors: usize,
    pub(super) n_warnings: usize,
}

impl Counts {
    /// Counts one more.
    pub(super) fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.n_errors += 1,
            Severity::Warning => self.n_warnings += 1,
        }
    }

    /// Both together.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            n_errors: self.n_errors + other.n_errors,
            n_warnings: self.n_warnings + other.n_warnings,
        }
    }

    /// “1 error, 2 warnings”.
    fn in_words(self) -> String {
        let errors = counted(self.n_errors, "error", "errors");
        let warnings = counted(self.n_warnings, "warning", "warnings");
        format!("{errors}, {warnings}")
    }
}

/// Tells what is found, as it is found: file by file, finding by finding.
pub(super) trait Report {
    /// A file begins.
    fn begin(&mut self, name: &str) -> io::Result<()>;

    /// Something was found in it.
    fn tell(&mut self, name: &str, finding: Finding) -> io::Result<()>;

    /// The file ends.
    fn end(&mut self, file: &Checked<'_>) -> io::Result<()>;

    /// Every file was checked that could be read, of which there are so many.
    fn finish(&mut self, n_files: usize, counts: Counts) -> io::Result<()>;
}

/// The line that sums up a file.
fn summary(file: &Checked<'_>) -> String {
    let (name, counts) = (file.name, file.counts.in_words());
    let Some(totals) = file.totals else { return format!("{name}: {counts}") };
    let organizations = counted(totals.n_organizations, "organization", "organizations");
    let projects = counted(totals.n_projects, "project", "projects");
    let sources = counted(totals.n_sources, "source", "sources");
    format!("{name}: {organizations}, {projects}, {sources}: {counts}")
}

/// The line that sums up several files.
fn grand_total(n_files: usize, counts: Counts) -> String {
    format!("{}: {}", counted(n_files, "file", "files"), counts.in_words())
}
