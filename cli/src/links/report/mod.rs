//! Reports of checked links.

mod json;
mod links_report;
mod markdown;
mod text;

pub(super) use self::links_report::LinksReport;

use crate::report_format::ReportFormat;

/// Returns a report that ends with a line break. The text format contains ANSI escapes for colors.
pub(super) fn write(report: &LinksReport<'_>, format: ReportFormat) -> String {
    match format {
        ReportFormat::Text => text::write(report),
        ReportFormat::Markdown => markdown::write(report),
        ReportFormat::Json => json::write(report),
    }
}
