//! The report of an import: data that was left out or changed.

use std::fmt;

/// The amount of data that was left out because of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omission {
    /// Whole records were left out.
    Record,
    /// Values were left out.
    Value,
    /// Nothing was left out; somebody should review the result.
    Nothing,
}

/// A difference between the file and the imported dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportDiagnostic {
    /// The line of the file, counted from 1; `None` if the diagnostic concerns the whole file.
    pub line: Option<u64>,
    /// The column, field or record, named as in the file; may be empty.
    pub subject: String,
    /// The problem and its consequence, as a sentence without its full stop.
    pub message: String,
    /// The data that was left out.
    pub omission: Omission,
    /// The number of affected values or records.
    pub count: usize,
}

/// All diagnostics of an import.
#[derive(Clone, Debug, Default)]
pub struct ImportReport {
    diagnostics: Vec<ImportDiagnostic>,
}

impl ImportReport {
    /// Returns `true` if there are no diagnostics.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Returns the diagnostics in order of their lines; those about the whole file come last.
    pub fn diagnostics(&self) -> Vec<&ImportDiagnostic> {
        let mut diagnostics: Vec<_> = self.diagnostics.iter().collect();
        diagnostics.sort_by_key(|diagnostic| (diagnostic.line.is_none(), diagnostic.line));
        diagnostics
    }

    /// Returns the number of values or records that all diagnostics of this kind affect.
    pub fn count(&self, omission: Omission) -> usize {
        let of_kind = self.diagnostics.iter().filter(|diagnostic| diagnostic.omission == omission);
        of_kind.map(|diagnostic| diagnostic.count).sum()
    }

    /// Reports a value that was left out.
    pub(super) fn add_omitted_value(
        &mut self,
        line: u64,
        subject: &str,
        message: impl Into<String>,
    ) {
        self.push(Some(line), subject, message.into(), Omission::Value);
    }

    /// Reports a record that was left out.
    pub(super) fn add_omitted_record(
        &mut self,
        line: u64,
        subject: &str,
        message: impl Into<String>,
    ) {
        self.push(Some(line), subject, message.into(), Omission::Record);
    }

    /// Reports imported data that somebody should review.
    pub(super) fn add_warning(&mut self, line: u64, subject: &str, message: impl Into<String>) {
        self.push(Some(line), subject, message.into(), Omission::Nothing);
    }

    /// Reports `count` values or records of the whole file in one diagnostic.
    pub(super) fn add_summary(
        &mut self,
        subject: &str,
        message: impl Into<String>,
        (count, omission): (usize, Omission),
    ) {
        self.diagnostics.push(ImportDiagnostic {
            line: None,
            subject: subject.to_owned(),
            message: message.into(),
            omission,
            count,
        });
    }

    fn push(&mut self, line: Option<u64>, subject: &str, message: String, omission: Omission) {
        let subject = subject.to_owned();
        self.diagnostics.push(ImportDiagnostic { line, subject, message, omission, count: 1 });
    }
}

impl fmt::Display for ImportDiagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if !self.subject.is_empty() {
            write!(f, " {}:", self.subject)?;
        }
        write!(f, " {}", self.message)
    }
}
