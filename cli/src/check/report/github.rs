//! Findings as commands of a GitHub workflow, which shows them beside the lines of a change.

use std::io::{self, Write};

use super::{Checked, Counts, Report, grand_total, summary};
use crate::{check::finding::Finding, plain::plain};

/// Writes each finding as a workflow command.
pub(in crate::check) struct GithubReport<W>(W);

impl<W: Write> GithubReport<W> {
    /// A report that is written there.
    pub(in crate::check) fn new(output: W) -> Self {
        Self(output)
    }
}

impl<W: Write> Report for GithubReport<W> {
    fn begin(&mut self, _name: &str) -> io::Result<()> {
        Ok(())
    }

    fn tell(&mut self, name: &str, finding: Finding) -> io::Result<()> {
        let (line, column) = (finding.at.line, finding.at.column);
        let message = format!("{}\n{}", plain(&finding.sentence()), plain(finding.remedy()));
        writeln!(
            self.0,
            "::{} file={},line={line},col={column},title={}::{}",
            finding.rule.severity().word(),
            escaped_property(name),
            escaped_property(finding.rule.name()),
            escaped(&message),
        )
    }

    fn end(&mut self, file: &Checked<'_>) -> io::Result<()> {
        writeln!(self.0, "{}", line(&summary(file)))
    }

    fn finish(&mut self, n_files: usize, counts: Counts) -> io::Result<()> {
        if 1 < n_files {
            writeln!(self.0, "{}", grand_total(n_files, counts))?;
        }
        self.0.flush()
    }
}

/// The text of a command. What a dataset says must not end the command and begin another one.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line that is no command, whatever the file is called.
fn line(text: &str) -> String {
    plain(text).replace("::", ": :")
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_property};

    #[test]
    fn nothing_in_a_text_ends_its_command() {
        assert_eq!(escaped("50% of\r\n::error::x"), "50%25 of%0D%0A::error::x");
        assert_eq!(escaped_property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
