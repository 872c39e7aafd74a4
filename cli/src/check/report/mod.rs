//! Reports of findings in several formats.

mod excerpt;
mod github;
mod json;
mod text;

use std::io;

pub(super) use self::{github::GithubReport, json::JsonReport, text::TextReport};

use super::{dataset_index::Totals, finding::Finding, rule::Severity};
use crate::words::counted;

/// Summary of a checked file.
pub(super) struct CheckedFile<'f> {
    /// Name of the file in the report.
    pub(super) name: &'f str,
    /// Content of the file, without a byte order mark.
    pub(super) bytes: &'f [u8],
    /// Numbers of records, if the file is a dataset.
    pub(super) totals: Option<Totals>,
    /// Numbers of findings.
    pub(super) counts: FindingCounts,
}

/// Numbers of findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FindingCounts {
    pub(super) n_errors: usize,
    pub(super) n_warnings: usize,
}

impl FindingCounts {
    /// Counts one more finding.
    pub(super) fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.n_errors += 1,
            Severity::Warning => self.n_warnings += 1,
        }
    }

    /// Returns the sums of both.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            n_errors: self.n_errors + other.n_errors,
            n_warnings: self.n_warnings + other.n_warnings,
        }
    }

    /// Returns the numbers in words: “1 error, 2 warnings”.
    fn in_words(self) -> String {
        let errors = counted(self.n_errors, "error", "errors");
        let warnings = counted(self.n_warnings, "warning", "warnings");
        format!("{errors}, {warnings}")
    }
}

/// Receives findings as they are found, file by file, and writes them in one format.
pub(super) trait CheckReport {
    /// Starts the report of a file.
    fn begin_file(&mut self, name: &str) -> io::Result<()>;

    /// Adds a finding in the current file.
    fn add(&mut self, name: &str, finding: Finding) -> io::Result<()>;

    /// Ends the report of the current file.
    fn end_file(&mut self, file: &CheckedFile<'_>) -> io::Result<()>;

    /// Ends the report of all files. `n_files` is the number of files that could be read.
    fn finish(&mut self, n_files: usize, counts: FindingCounts) -> io::Result<()>;
}

/// Returns the summary line of a file.
fn summary(file: &CheckedFile<'_>) -> String {
    let (name, counts) = (file.name, file.counts.in_words());
    let Some(totals) = file.totals else { return format!("{name}: {counts}") };
    let organizations = counted(totals.n_organizations, "organization", "organizations");
    let projects = counted(totals.n_projects, "project", "projects");
    let sources = counted(totals.n_sources, "source", "sources");
    format!("{name}: {organizations}, {projects}, {sources}: {counts}")
}

/// Returns the summary line of all files.
fn grand_total(n_files: usize, counts: FindingCounts) -> String {
    format!("{}: {}", counted(n_files, "file", "files"), counts.in_words())
}
