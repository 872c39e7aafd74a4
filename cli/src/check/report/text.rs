//! Findings as text with excerpts and colors, in the style of rustc.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};

use super::{
    CheckReport, CheckedFile, FindingCounts,
    excerpt::{Excerpt, lines_of},
    grand_total, summary,
};
use crate::{
    check::{
        finding::Finding,
        rule::{Rule, Severity},
    },
    escape::escape_invisible,
    words::counted,
};

/// Most findings of a rule that are shown for a file. More are usually the same mistake repeated.
const SHOWN_MAX: usize = 10;

const BOLD: Style = Style::new().bold();
const GUTTER: Style = AnsiColor::Blue.on_default().bold();

/// Writes findings with excerpts. Keeps the findings to show in memory until the end of the file.
pub(crate) struct TextReport<W> {
    output: W,
    shown: Vec<Finding>,
    n_found: HashMap<Rule, usize>,
}

impl<W: Write> TextReport<W> {
    /// Creates a report that writes to `output`.
    pub(crate) fn new(output: W) -> Self {
        Self { output, shown: Vec::new(), n_found: HashMap::new() }
    }

    fn write_finding(&mut self, name: &str, finding: &Finding, line: &[u8]) -> io::Result<()> {
        let output = &mut self.output;
        let style = style_of(finding.rule.severity());
        let (word, rule) = (finding.rule.severity().word(), finding.rule.name());
        writeln!(
            output,
            "{style}{word}[{rule}]{style:#}{BOLD}: {}{BOLD:#}",
            escape_invisible(&finding.sentence())
        )?;
        let number = finding.at.line.to_string();
        let margin = " ".repeat(number.len());
        let column = finding.at.column;
        let name = escape_invisible(name);
        writeln!(output, "{margin}{GUTTER}-->{GUTTER:#} {name}:{number}:{column}")?;
        if let Some(excerpt) = Excerpt::of(line, finding.at) {
            let (space, carets) = (" ".repeat(excerpt.n_before), "^".repeat(excerpt.n_marked));
            writeln!(output, "{GUTTER}{margin} |{GUTTER:#}")?;
            writeln!(output, "{GUTTER}{number} |{GUTTER:#} {}", excerpt.text)?;
            writeln!(output, "{GUTTER}{margin} |{GUTTER:#} {space}{style}{carets}{style:#}")?;
        }
        let remedy = escape_invisible(finding.remedy());
        writeln!(output, "{margin} {GUTTER}={GUTTER:#} {BOLD}help{BOLD:#}: {remedy}\n")
    }

    fn write_rest(&mut self) -> io::Result<()> {
        for rule in Rule::ALL {
            let n_more = self.n_found.get(rule).map_or(0, |n| n.saturating_sub(SHOWN_MAX));
            if n_more > 0 {
                let (n_more, name) = (counted(n_more, "more", "more"), rule.name());
                let style = style_of(rule.severity());
                writeln!(
                    self.output,
                    "… and {n_more} of {style}{name}{style:#} (--format json has all of them)\n"
                )?;
            }
        }
        Ok(())
    }
}

impl<W: Write> CheckReport for TextReport<W> {
    fn begin_file(&mut self, _name: &str) -> io::Result<()> {
        Ok(())
    }

    fn add(&mut self, _name: &str, finding: Finding) -> io::Result<()> {
        let n_found = self.n_found.entry(finding.rule).or_default();
        *n_found += 1;
        if *n_found <= SHOWN_MAX {
            self.shown.push(finding);
        }
        Ok(())
    }

    fn end_file(&mut self, file: &CheckedFile<'_>) -> io::Result<()> {
        let shown = std::mem::take(&mut self.shown);
        let lines = lines_of(file.bytes, shown.iter().map(|finding| finding.at.line));
        for finding in &shown {
            let line = lines.get(&finding.at.line).copied().unwrap_or_default();
            self.write_finding(file.name, finding, line)?;
        }
        self.write_rest()?;
        self.n_found.clear();
        let style = worst(file.counts).map_or(AnsiColor::Green.on_default().bold(), style_of);
        writeln!(self.output, "{style}{}{style:#}", escape_invisible(&summary(file)))
    }

    fn finish(&mut self, n_files: usize, counts: FindingCounts) -> io::Result<()> {
        if n_files > 1 {
            let style = worst(counts).map_or(BOLD, style_of);
            writeln!(self.output, "\n{style}{}{style:#}", grand_total(n_files, counts))?;
        }
        self.output.flush()
    }
}

fn worst(counts: FindingCounts) -> Option<Severity> {
    match counts {
        FindingCounts { n_errors: 1.., .. } => Some(Severity::Error),
        FindingCounts { n_warnings: 1.., .. } => Some(Severity::Warning),
        _ => None,
    }
}

fn style_of(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
    };
    color.on_default().bold()
}
