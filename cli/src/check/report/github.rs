//! Findings as GitHub workflow commands, which annotate the changed lines of a pull request.

use std::io::{self, Write};

use super::{CheckReport, CheckedFile, FindingCounts, grand_total, summary};
use crate::{check::finding::Finding, escape::escape_invisible};

/// Writes each finding as a workflow command.
pub(crate) struct GithubReport<W>(W);

impl<W: Write> GithubReport<W> {
    /// Creates a report that writes to `output`.
    pub(crate) fn new(output: W) -> Self {
        Self(output)
    }
}

impl<W: Write> CheckReport for GithubReport<W> {
    fn begin_file(&mut self, _name: &str) -> io::Result<()> {
        Ok(())
    }

    fn add(&mut self, name: &str, finding: Finding) -> io::Result<()> {
        let (line, column) = (finding.at.line, finding.at.column);
        let message = format!(
            "{}\n{}",
            escape_invisible(&finding.sentence()),
            escape_invisible(finding.remedy())
        );
        writeln!(
            self.0,
            "::{} file={},line={line},col={column},title={}::{}",
            finding.rule.severity().word(),
            escaped_property(name),
            escaped_property(finding.rule.name()),
            escaped(&message),
        )
    }

    fn end_file(&mut self, file: &CheckedFile<'_>) -> io::Result<()> {
        writeln!(self.0, "{}", line(&summary(file)))
    }

    fn finish(&mut self, n_files: usize, counts: FindingCounts) -> io::Result<()> {
        if n_files > 1 {
            writeln!(self.0, "{}", grand_total(n_files, counts))?;
        }
        self.0.flush()
    }
}

/// Escapes the message of a command, so that text of a dataset cannot end it and start another one.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property of a command.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

/// Returns a line that is not a command, even if the name of the file contains one.
fn line(text: &str) -> String {
    escape_invisible(text).replace("::", ": :")
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_property};

    #[test]
    fn escapes_everything_that_ends_a_command() {
        assert_eq!(escaped("50% of\r\n::error::x"), "50%25 of%0D%0A::error::x");
        assert_eq!(escaped_property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
