//! Report as text for a terminal.

use std::{collections::BTreeSet, fmt::Write as _};

use anstyle::{AnsiColor, Style};

use super::links_report::LinksReport;
use crate::{
    escape::escape_invisible,
    links::{
        link_result::{LinkResult, LinkStatus},
        link_target::{LinkLocation, LinkTarget},
    },
};

/// Returns the report with ANSI escapes for colors.
pub(super) fn write(report: &LinksReport<'_>) -> String {
    let mut text = String::new();
    let locations = report.links.iter().flat_map(|link| &link.locations);
    let files: BTreeSet<&str> = locations.map(|location| &*location.file).collect();
    for (status, links) in report.groups() {
        let style = style(status);
        let _ = writeln!(text, "{style}{}{style:#} ({})", status.title(), links.len());
        for (link, result) in links {
            write_link(&mut text, link, result, files.len());
        }
        let dim = Style::new().dimmed();
        let _ = writeln!(text, "  {dim}{}{dim:#}\n", status.advice());
    }
    for remark in report.remarks(&|text| format!("“{}”", escape_invisible(text))) {
        let _ = writeln!(text, "{remark}");
    }
    let _ = writeln!(text, "{}", report.headline());
    text
}

fn write_link(text: &mut String, link: &LinkTarget, result: &LinkResult, n_files: usize) {
    let bold = Style::new().bold();
    let _ = writeln!(
        text,
        "  {bold}{}{bold:#}\n    {}",
        escape_invisible(&link.url),
        escape_invisible(&result.description())
    );
    for location in &link.locations {
        let _ = writeln!(text, "    {}", location_text(location, link, n_files));
    }
}

fn location_text(location: &LinkLocation, link: &LinkTarget, n_files: usize) -> String {
    let file =
        if n_files > 1 { format!("{}: ", escape_invisible(&location.file)) } else { String::new() };
    let written = if location.written == link.url {
        String::new()
    } else {
        format!(" as {}", escape_invisible(&location.written))
    };
    format!("{file}{} {}{written}", location.record, location.field)
}

fn style(status: LinkStatus) -> Style {
    let color = match status {
        status if status.is_broken() => AnsiColor::Red,
        LinkStatus::Moved => AnsiColor::Yellow,
        _ => AnsiColor::Cyan,
    };
    color.on_default().bold()
}
