//! Findings for people: with the line and what to do, in color where a terminal shows it.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};

use super::{
    Checked, Counts, Report,
    excerpt::{Excerpt, lines_of},
    grand_total, summary,
};
use crate::{
    check::{
        finding::Finding,
        rule::{Rule, Severity},
    },
    plain::plain,
    words::counted,
};

/// How many findings of a rule are shown for a file. More of a kind are one slip that was made
/// over and over, and is understood by then.
const SHOWN_MAX: usize = 10;

const BOLD: Style = Style::new().bold();
const GUTTER: Style = AnsiColor::Blue.on_default().bold();

/// Writes findings as a compiler does. Keeps what it shows of a file until its end.
pub(in crate::check) struct TextReport<W> {
    output: W,
    shown: Vec<Finding>,
    n_found: HashMap<Rule, usize>,
}

impl<W: Write> TextReport<W> {
    /// A report that is written there.
    pub(in crate::check) fn new(output: W) -> Self {
        Self { output, shown: Vec::new(), n_found: HashMap::new() }
    }

    fn write_finding(&mut self, name: &str, finding: &Finding, line: &[u8]) -> io::Result<()> {
        let output = &mut self.output;
        let style = style_of(finding.rule.severity());
        let (word, rule) = (finding.rule.severity().word(), finding.rule.name());
        writeln!(
            output,
            "{style}{word}[{rule}]{style:#}{BOLD}: {}{BOLD:#}",
            plain(&finding.sentence())
        )?;
        let number = finding.at.line.to_string();
        let margin = " ".repeat(number.len());
        let column = finding.at.column;
        let name = plain(name);
        writeln!(output, "{margin}{GUTTER}-->{GUTTER:#} {name}:{number}:{column}")?;
        if let Some(excerpt) = Excerpt::of(line, finding.at) {
            let (space, carets) = (" ".repeat(excerpt.n_before), "^".repeat(excerpt.n_marked));
            writeln!(output, "{GUTTER}{margin} |{GUTTER:#}")?;
            writeln!(output, "{GUTTER}{number} |{GUTTER:#} {}", excerpt.text)?;
            writeln!(output, "{GUTTER}{margin} |{GUTTER:#} {space}{style}{carets}{style:#}")?;
        }
        let remedy = plain(finding.remedy());
        writeln!(output, "{margin} {GUTTER}={GUTTER:#} {BOLD}help{BOLD:#}: {remedy}\n")
    }

    fn write_rest(&mut self) -> io::Result<()> {
        for rule in Rule::ALL {
            let n_more = self.n_found.get(rule).map_or(0, |n| n.saturating_sub(SHOWN_MAX));
            if 0 < n_more {
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

impl<W: Write> Report for TextReport<W> {
    fn begin(&mut self, _name: &str) -> io::Result<()> {
        Ok(())
    }

    fn tell(&mut self, _name: &str, finding: Finding) -> io::Result<()> {
        let n_found = self.n_found.entry(finding.rule).or_default();
        *n_found += 1;
        if *n_found <= SHOWN_MAX {
            self.shown.push(finding);
        }
        Ok(())
    }

    fn end(&mut self, file: &Checked<'_>) -> io::Result<()> {
        let shown = std::mem::take(&mut self.shown);
        let lines = lines_of(file.bytes, shown.iter().map(|finding| finding.at.line));
        for finding in &shown {
            let line = lines.get(&finding.at.line).copied().unwrap_or_default();
            self.write_finding(file.name, finding, line)?;
        }
        self.write_rest()?;
        self.n_found.clear();
        let style = worst(file.counts).map_or(AnsiColor::Green.on_default().bold(), style_of);
        writeln!(self.output, "{style}{}{style:#}", plain(&summary(file)))
    }

    fn finish(&mut self, n_files: usize, counts: Counts) -> io::Result<()> {
        if 1 < n_files {
            let style = worst(counts).map_or(BOLD, style_of);
            writeln!(self.output, "\n{style}{}{style:#}", grand_total(n_files, counts))?;
        }
        self.output.flush()
    }
}

fn worst(counts: Counts) -> Option<Severity> {
    match counts {
        Counts { n_errors: 1.., .. } => Some(Severity::Error),
        Counts { n_warnings: 1.., .. } => Some(Severity::Warning),
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
