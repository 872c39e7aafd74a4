//! Findings for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, Counts, Report};
use crate::{
    check::{census::Totals, finding::Finding},
    json::to_json,
};

/// The version of what is written. It grows with each change that a program has to know of.
const VERSION: u32 = 1;

/// A finding as it is written.
#[derive(Debug, Serialize)]
struct Entry<'f> {
    severity: &'static str,
    rule: &'static str,
    line: u32,
    column: u32,
    record: &'f str,
    field: &'f str,
    reason: &'f str,
    remedy: &'f str,
}

/// The number of records of a file.
#[derive(Debug, Serialize)]
struct TotalsEntry {
    organizations: usize,
    projects: usize,
    sources: usize,
}

/// Writes findings as one JSON document, a line for each: as they come, so that no number of them
/// has to be kept.
pub(in crate::check) struct JsonReport<W> {
    output: W,
    /// There was a file before.
    has_files: bool,
    /// The file has a finding already.
    has_findings: bool,
}

impl<W: Write> JsonReport<W> {
    /// A report that is written there.
    pub(in crate::check) fn new(mut output: W) -> io::Result<Self> {
        write!(output, "{{\"version\":{VERSION},\"files\":[")?;
        Ok(Self { output, has_files: false, has_findings: false })
    }
}

impl<W: Write> Report for JsonReport<W> {
    fn begin(&mut self, name: &str) -> io::Result<()> {
        let comma = if self.has_files { "," } else { "" };
        self.has_files = true;
        self.has_findings = false;
        write!(self.output, "{comma}\n{{\"file\":{},\"findings\":[", to_json(&name))
    }

    fn tell(&mut self, _name: &str, finding: Finding) -> io::Result<()> {
        let comma = if self.has_findings { "," } else { "" };
        self.has_findings = true;
        let entry = Entry {
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

    fn end(&mut self, file: &Checked<'_>) -> io::Result<()> {
        let Counts { n_errors, n_warnings } = file.counts;
        let totals = to_json(&file.totals.map(totals));
        write!(
            self.output,
            "],\n\"totals\":{totals},\"errors\":{n_errors},\"warnings\":{n_warnings}}}"
        )
    }

    fn finish(&mut self, _n_files: usize, counts: Counts) -> io::Result<()> {
        let Counts { n_errors, n_warnings } = counts;
        writeln!(self.output, "\n],\"errors\":{n_errors},\"warnings\":{n_warnings}}}")?;
        self.output.flush()
    }
}

fn totals(totals: Totals) -> TotalsEntry {
    let Totals { n_organizations, n_projects, n_sources } = totals;
    TotalsEntry { organizations: n_organizations, projects: n_projects, sources: n_sources }
}
