//! Reports of changes.

mod html;
mod json;
mod markdown;
mod summary;
mod text;

pub(crate) use self::{html::markup, summary::headline};

use super::change::Change;
use crate::report_format::ReportFormat;

/// Returns a report that ends with a line break. The text format contains ANSI escapes for colors.
pub(crate) fn write(changes: &[Change], format: ReportFormat) -> String {
    match format {
        ReportFormat::Text => text::write(changes),
        ReportFormat::Markdown => markdown::write(changes),
        ReportFormat::Json => json::write(changes),
    }
}
