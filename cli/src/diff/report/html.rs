//! Report as HTML for a page of the site.

use maud::{Markup, html};

use super::summary::single_value;
use crate::{
    diff::change::{Change, ChangeType, FieldChange},
    escape::escape_invisible,
    words::counted,
};

/// Largest number of changes that a page lists, so that a phone can still show it. The page counts
/// the rest.
const LISTED_MAX: usize = 1_000;

/// Returns the changes as HTML, grouped by organization. `page_of` returns the path and the name of
/// the page of a record, given its id path.
pub(crate) fn markup(
    changes: &[Change],
    page_of: impl Fn(&str) -> Option<(String, String)>,
) -> Markup {
    let listed = changes.get(..LISTED_MAX).unwrap_or(changes);
    let n_more = changes.len() - listed.len();
    html! {
        @for group in listed.chunk_by(|a, b| a.org_id() == b.org_id()) {
            section.block {
                h2 {
                    @match group[0].org_id() {
                        "" => "The dataset as a whole",
                        id => {
                            @match page_of(id) {
                                Some((href, name)) => a dir="auto" href=(href) { (escape_invisible(&name)) },
                                None => (escape_invisible(id)),
                            }
                        }
                    }
                }
                ul.events { @for change in group { (item(change, &page_of)) } }
            }
        }
        @if n_more > 0 {
            p.lead { (counted(n_more, "more change is", "more changes are")) " not listed here." }
        }
    }
}

fn item(change: &Change, page_of: &impl Fn(&str) -> Option<(String, String)>) -> Markup {
    let Change { kind, record: id, name, subject, fields } = change;
    html! {
        li {
            span class=(tone(change)) { (kind.label()) }
            div {
                p {
                    @match page_of(id) {
                        Some((href, _)) => a dir="auto" href=(href) { (escape_invisible(name)) },
                        None => bdi { (escape_invisible(name)) },
                    }
                    @if !id.is_empty() && !subject.is_empty() { ": " }
                    (value(subject))
                }
                @match kind.change_type() {
                    ChangeType::Added | ChangeType::Removed => (key_fields(fields)),
                    ChangeType::Changed | ChangeType::Confirmed => { @for field in fields { (changed_field(field)) } },
                }
            }
        }
    }
}

fn key_fields(fields: &[FieldChange]) -> Markup {
    let fields: Vec<_> = fields.iter().filter_map(single_value).collect();
    html! {
        @if !fields.is_empty() {
            p.hint {
                @for (at, (field, text)) in fields.into_iter().enumerate() {
                    @if at > 0 { ", " }
                    (field) " " (value(text))
                }
            }
        }
    }
}

fn changed_field(change: &FieldChange) -> Markup {
    let FieldChange { field, before, after } = change;
    html! {
        p.hint {
            (field) ": "
            @match before { Some(before) => del dir="auto" { (value(before)) }, None => "unknown" }
            " → "
            @match after { Some(after) => ins dir="auto" { (value(after)) }, None => "unknown" }
        }
    }
}

/// Returns a value of the dataset as a link if it is a URL, and as text otherwise.
fn value(text: &str) -> Markup {
    let shown = escape_invisible(text);
    if text.starts_with("https://") || text.starts_with("http://") {
        return html! { a href=(text) target="_blank" rel="noopener noreferrer" { (shown) } };
    }
    html! { bdi { (shown) } }
}

fn tone(change: &Change) -> &'static str {
    match change.kind.change_type() {
        ChangeType::Added => "pill good",
        ChangeType::Removed => "pill bad",
        ChangeType::Changed => "pill warn",
        ChangeType::Confirmed => "pill plain",
    }
}
