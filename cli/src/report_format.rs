//! Output format of the reports of `rustscape diff` and `rustscape links`.

use clap::ValueEnum;

/// Output format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Plain text for a terminal
    Text,
    /// Markdown for a comment or an issue on GitHub
    Markdown,
    /// JSON for programs
    Json,
}
