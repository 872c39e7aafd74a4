//! Findings as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::{CheckReport, CheckedFile, FindingCounts};
use crate::{
    check::{dataset_index::Totals, finding::Finding},
    json::to_json,
};

/// Version of the format. It increases with every incompatible change.
const VERSION: u32 = 1;

/// A finding in the document.
#[derive(Debug, Serialize)]
struct FindingEntry<'f> {
    severity: &'static str,
    rule: &'static str,
    line: u32,
    column: u32,
    record: &'f str,
    field: &'f str,
    reason: &'f str,
    remedy: &'f str,
}

/// Numbers of records of a file in the document.
#[derive(Debug, Serialize)]
struct TotalsEntry {
    organizations: usize,
    projects: usize,
    sources: usize,
}

/// Writes one JSON document with a line for each finding. Keeps no findings in memory.
pub(crate) struct JsonReport<W> {
    output: W,
    /// `true` if the document contains a file.
    has_files: bool,
    /// `true` if the current file has a finding.
    has_findings: bool,
}

impl<W: Write> JsonReport<W> {
    /// Creates a report that writes to `output`, and starts the document.
    pub(crate) fn new(mut output: W) -> io::Result<Self> {
        write!(output, "{{\"version\":{VERSION},\"files\":[")?;
        Ok(Self { output, has_files: false, has_findings: false })
    }
}

impl<W: Write> CheckReport for JsonReport<W> {
    fn begin_file(&mut self, name: &str) -> io::Result<()> {
        let comma = if self.has_files { "," } else { "" };
        self.has_files = true;
        self.has_findings = false;
        write!(self.output, "{comma}\n{{\"file\":{},\"findings\":[", to_json(&name))
    }

    fn add(&mut self, _name: &str, finding: Finding) -> io::Result<()> {
        let comma = if self.has_findings { "," } else { "" };
        self.has_findings = true;
        let entry = FindingEntry {
            severity: finding.rule.severity().word(),
            rule: finding.rule.name(),
            line: finding.at.line,
            column: finding.at.column,
            record: &finding.record,
            field: &finding.field,
            reason: &finding.reason,
            remedy: finding.remedy(),
        };
        write!(self.output, "{comma}\n{}", to_json(&entry))
    }

    fn end_file(&mut self, file: &CheckedFile<'_>) -> io::Result<()> {
        let FindingCounts { n_errors, n_warnings } = file.counts;
        let totals = to_json(&file.totals.map(totals));
        write!(
            self.output,
            "],\n\"totals\":{totals},\"errors\":{n_errors},\"warnings\":{n_warnings}}}"
        )
    }

    fn finish(&mut self, _n_files: usize, counts: FindingCounts) -> io::Result<()> {
        let FindingCounts { n_errors, n_warnings } = counts;
        writeln!(self.output, "\n],\"errors\":{n_errors},\"warnings\":{n_warnings}}}")?;
        self.output.flush()
    }
}

fn totals(totals: Totals) -> TotalsEntry {
    let Totals { n_organizations, n_projects, n_sources } = totals;
    TotalsEntry { organizations: n_organizations, projects: n_projects, sources: n_sources }
}
