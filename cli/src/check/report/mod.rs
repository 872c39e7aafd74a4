//! How findings are told.

mod excerpt;
mod github;
mod json;
mod text;

use std::io;

pub(super) use self::{github::GithubReport, json::JsonReport, text::TextReport};

use super::{census::Totals, finding::Finding, rule::Severity};

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
        let errors = counted(self.n_errors, "error");
        let warnings = counted(self.n_warnings, "warning");
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
    let organizations = counted(totals.n_organizations, "organization");
    let projects = counted(totals.n_projects, "project");
    let sources = counted(totals.n_sources, "source");
    format!("{name}: {organizations}, {projects}, {sources}: {counts}")
}

/// The line that sums up several files.
fn grand_total(n_files: usize, counts: Counts) -> String {
    format!("{}: {}", counted(n_files, "file"), counts.in_words())
}

/// A number of things, such as “1,204 errors”.
fn counted(n: usize, noun: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(n))
}

/// A number with a comma before each three digits.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if 0 < idx && (digits.len() - idx).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{counted, grouped};

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (n, expected) in
            [(0, "0"), (12, "12"), (999, "999"), (1153, "1,153"), (1_000_000, "1,000,000")]
        {
            assert_eq!(grouped(n), expected);
        }
        assert_eq!(counted(1, "file"), "1 file");
        assert_eq!(counted(0, "error"), "0 errors");
    }
}
