//! Links for reporting an error in a project.

use maud::{Markup, html};

use super::{Site, site::link_out};
use crate::{
    dataset::{Contribute, ProjectIdx},
    link::{Provenance, Route, with_params},
};

/// A part of a record that a reader can report.
struct PartOfRecord {
    label: String,
    /// Path of the field, as `rustscape check` writes it; empty for the whole record.
    field: String,
    line: u32,
}

/// Renders links for reporting an error: for each part of the record a prefilled issue, a prefilled
/// email and the line in the data file. Empty if the dataset names no contact, and for an earlier
/// version of the dataset, which never changes.
pub(super) fn correct(site: Site<'_>, idx: ProjectIdx) -> Markup {
    let contribute = &site.dataset.contribute;
    let is_version = matches!(site.provenance, Provenance::Version(_));
    if is_version || *contribute == Contribute::default() {
        return html! {};
    }
    let project = site.dataset.project(idx);
    let whole = PartOfRecord {
        label: "The whole project".to_owned(),
        field: String::new(),
        line: project.line,
    };
    html! {
        section.block #correct {
            h2 { "Correct this" }
            p lang="en" dir="ltr" {
                "Is something wrong, outdated or missing? "
                (contact_links(site, idx, &whole))
            }
            details {
                summary { "Report a specific part" }
                ul.parts lang="en" dir="ltr" {
                    @for part in parts(site, idx) {
                        li { (part.label) ": " (contact_links(site, idx, &part)) }
                    }
                }
            }
        }
    }
}

fn parts(site: Site<'_>, idx: ProjectIdx) -> Vec<PartOfRecord> {
    let project = site.dataset.project(idx);
    let part = |label: &str, field: &str, at: usize, line: u32| PartOfRecord {
        label: format!("{label} {}", at + 1),
        field: format!("{field}[{at}]"),
        line,
    };
    let mut parts = Vec::new();
    let outcomes = project.outcomes.iter().map(|outcome| outcome.line).enumerate();
    parts.extend(outcomes.map(|(at, line)| part("Outcome", "outcomes", at, line)));
    let notes = project.notes.iter().map(|note| note.line).enumerate();
    parts.extend(notes.map(|(at, line)| part("Context", "notes", at, line)));
    let sources = project.sources.iter().map(|source| source.line).enumerate();
    parts.extend(sources.map(|(at, line)| part("Source", "sources", at, line)));
    if let Some(claim) = &project.claim {
        let label = "The claim".to_owned();
        parts.push(PartOfRecord { label, field: "claim".to_owned(), line: claim.line });
    }
    parts
}

/// Links to an issue, an email and the line, as far as the dataset supports them.
fn contact_links(site: Site<'_>, idx: ProjectIdx, part: &PartOfRecord) -> Markup {
    let Contribute { issues, mail, file } = &site.dataset.contribute;
    let (title, body) = report(site, idx, part);
    let line = part.line;
    let issue = issues.as_ref().map(|url| {
        let url = with_params(url.as_str().to_owned(), &[("title", &title), ("body", &body)]);
        link_out(&url, html! { "Open an issue" })
    });
    let mail = mail.as_ref().map(|to| {
        let url = with_params(["mailto:", to].concat(), &[("subject", &title), ("body", &body)]);
        html! { a href=(url) { "Send an email" } }
    });
    let file =
        file.as_ref().map(|url| link_out(&format!("{url}#L{line}"), html! { "Line " (line) }));
    let links = [issue, mail, file].into_iter().flatten();
    html! {
        @for (at, link) in links.enumerate() {
            @if at > 0 { " · " }
            (link)
        }
    }
}

/// Returns the title and the text of a report. The text names the location and asks for a source.
fn report(site: Site<'_>, idx: ProjectIdx, part: &PartOfRecord) -> (String, String) {
    let record = site.dataset.full_id(idx);
    let page = site.absolute(&Route::Project(idx));
    let PartOfRecord { field, line, .. } = part;
    let field = if field.is_empty() { "(which one?)" } else { field };
    let place = site.dataset.contribute.file.as_ref();
    let place = place.map_or_else(|| line.to_string(), |url| format!("{url}#L{line}"));
    let title = format!("Correction: {record}");
    let body = format!(
        "Record: {record}\nField: {field}\nPage: {page}\nLine in the data: {place}\n\nWhat is wrong?\n\nWhat is correct, and which source says so?\n"
    );
    (title, body)
}
