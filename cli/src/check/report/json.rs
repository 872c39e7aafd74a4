//! Findings for programs.

use std::io::{self, Write};

use serde_json::json;

use super::{Checked, Counts, Report};
use crate::check::finding::Finding;

/// The version of what is written. It grows with each change that a program has to know of.
const VERSION: u32 = 1;

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
        write!(self.output, "{comma}\n{{\"file\":{},\"findings\":[", json!(name))
    }

    fn tell(&mut self, _name: &str, finding: Finding) -> io::Result<()> {
        let comma = if self.has_findings { "," } else { "" };
        self.has_findings = true;
        let told = json!({
            "severity": finding.rule.severity().word(),
            "rule": finding.rule.name(),
            "line": finding.at.line,
            "column": finding.at.column,
            "record": finding.record,
            "field": finding.field,
            "reason": finding.reason,
            "remedy": finding.remedy(),
        });
        write!(self.output, "{comma}\n{told}")
    }

    fn end(&mut self, file: &Checked<'_>) -> io::Result<()> {
        let totals = file.totals.map(|totals| {
            json!({
                "organizations": totals.n_organizations,
                "projects": totals.n_projects,
                "sources": totals.n_sources,
            })
        });
        let Counts { n_errors, n_warnings } = file.counts;
        let totals = json!(totals);
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
