//! Report as Markdown for an issue on GitHub.

use std::fmt::Write as _;

use super::links_report::LinksReport;
use crate::{
    links::{
        link_result::{LinkResult, LinkStatus},
        link_target::LinkTarget,
    },
    markdown::{TEXT_MAX_CHARS, code, link as linked, section},
    words::counted,
};

/// Returns the headline and the groups. Omits links beyond [`TEXT_MAX_CHARS`] and counts them.
pub(super) fn write(report: &LinksReport<'_>) -> String {
    let mut text = format!("**{}.** ({})\n", report.headline(), report.today);
    let remarks: Vec<String> = report
        .remarks(&|text| code(text))
        .into_iter()
        .map(|remark| format!("- {remark}"))
        .collect();
    let mut n_omitted = 0;
    for (status, links) in report.groups() {
        let lines: Vec<String> = links.iter().map(|(link, result)| line(link, result)).collect();
        n_omitted += write_group(&mut text, status, &lines);
    }
    if n_omitted > 0 {
        let n = counted(n_omitted, "link does", "links do");
        let _ = writeln!(text, "\n{n} not fit here: `rustscape links` shows all.");
    }
    if !remarks.is_empty() {
        let _ = write!(text, "\n{}", section("Exceptions", &remarks));
    }
    text
}

/// Writes a group until the text is full and returns the number of omitted lines.
fn write_group(text: &mut String, status: LinkStatus, lines: &[String]) -> usize {
    // Room for the heading, the advice and the markup of a collapsed list.
    const AROUND_CHARS: usize = 400;
    let mut room = TEXT_MAX_CHARS.saturating_sub(text.chars().count() + AROUND_CHARS);
    let fits = |line: &&String| {
        let n_chars = line.chars().count() + 1;
        let fits = n_chars <= room;
        room = if fits { room - n_chars } else { 0 };
        fits
    };
    let shown: Vec<String> = lines.iter().take_while(fits).cloned().collect();
    if shown.is_empty() {
        return lines.len();
    }
    let heading = format!("{} ({})", status.title(), lines.len());
    let group = section(&heading, &shown);
    let _ = writeln!(text, "\n{group}\n{}", status.advice());
    lines.len() - shown.len()
}

fn line(link: &LinkTarget, result: &LinkResult) -> String {
    let description = match &result.moved_to {
        Some(to) => result.move_description(&linked(to)),
        None => code(&result.detail),
    };
    let locations: Vec<String> = link
        .locations
        .iter()
        .map(|location| format!("{} {}", code(&location.record), code(&location.field)))
        .collect();
    format!("- {} {description}: {}", linked(&link.url), locations.join(", "))
}
