//! The report for a terminal.

use std::{collections::BTreeSet, fmt::Write as _};

use anstyle::{AnsiColor, Style};

use super::Report;
use crate::{
    escape::escape_invisible,
    links::{
        link::{Link, Place},
        verdict::{Standing, Verdict},
    },
};

/// Writes the report, with escapes for colors.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut text = String::new();
    let files: BTreeSet<&str> =
        report.links.iter().flat_map(|link| &link.places).map(|place| &*place.file).collect();
    for (standing, links) in report.groups() {
        let style = style(standing);
        let _ = writeln!(text, "{style}{}{style:#} ({})", standing.title(), links.len());
        for (link, verdict) in links {
            write_link(&mut text, link, verdict, files.len());
        }
        let dim = Style::new().dimmed();
        let _ = writeln!(text, "  {dim}{}{dim:#}\n", standing.remedy());
    }
    for remark in report.remarks(&|text| format!("“{}”", escape_invisible(text))) {
        let _ = writeln!(text, "{remark}");
    }
    let _ = writeln!(text, "{}", report.headline());
    text
}

fn write_link(text: &mut String, link: &Link, verdict: &Verdict, n_files: usize) {
    let bold = Style::new().bold();
    let _ = writeln!(
        text,
        "  {bold}{}{bold:#}\n    {}",
        escape_invisible(&link.address),
        escape_invisible(&verdict.in_words())
    );
    for place in &link.places {
        let _ = writeln!(text, "    {}", place_words(place, link, n_files));
    }
}

fn place_words(place: &Place, link: &Link, n_files: usize) -> String {
    let file =
        if n_files > 1 { format!("{}: ", escape_invisible(&place.file)) } else { String::new() };
    let written = if place.written == link.address {
        String::new()
    } else {
        format!(" as {}", escape_invisible(&place.written))
    };
    format!("{file}{} {}{written}", place.record, place.field)
}

fn style(standing: Standing) -> Style {
    let color = match standing {
        standing if standing.is_broken() => AnsiColor::Red,
        Standing::Moved => AnsiColor::Yellow,
        _ => AnsiColor::Cyan,
    };
    color.on_default().bold()
}
