//! The report for an issue on GitHub.

use std::fmt::Write as _;

use super::Report;
use crate::{
    links::{
        link::Link,
        verdict::{Standing, Verdict},
    },
    markdown::{TEXT_MAX_CHARS, code, link as linked, section},
    words::counted,
};

/// Writes the report: the headline, then the groups as far as they fit.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut text = format!("**{}.** ({})\n", report.headline(), report.today);
    let remarks: Vec<String> = report
        .remarks(&|text| code(text))
        .into_iter()
        .map(|remark| format!("- {remark}"))
        .collect();
    let mut n_left_out = 0;
    for (standing, links) in report.groups() {
        let lines: Vec<String> = links.iter().map(|(link, verdict)| line(link, verdict)).collect();
        n_left_out += add(&mut text, standing, &lines);
    }
    if n_left_out > 0 {
        let n = counted(n_left_out, "link does", "links do");
        let _ = writeln!(text, "\n{n} not fit here: `rustscape links` shows all.");
    }
    if !remarks.is_empty() {
        let _ = write!(text, "\n{}", section("Exceptions", &remarks));
    }
    text
}

/// Adds a group as far as there is room for it; the number of lines that there is not.
fn add(text: &mut String, standing: Standing, lines: &[String]) -> usize {
    // The heading, the remedy and what folds the list away.
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
    let heading = format!("{} ({})", standing.title(), lines.len());
    let group = section(&heading, &shown);
    let _ = writeln!(text, "\n{group}\n{}", standing.remedy());
    lines.len() - shown.len()
}

fn line(link: &Link, verdict: &Verdict) -> String {
    let said = match &verdict.moved_to {
        Some(to) => verdict.moved_in_words(&linked(to)),
        None => code(&verdict.detail),
    };
    let places: Vec<String> = link
        .places
        .iter()
        .map(|place| format!("{} {}", code(&place.record), code(&place.field)))
        .collect();
    format!("- {} {said}: {}", linked(&link.address), places.join(", "))
}
