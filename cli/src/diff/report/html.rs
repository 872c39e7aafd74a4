//! Changes for a page of the site.

use maud::{Markup, html};

use super::{happening, sketched};
use crate::{
    diff::change::{Change, Edit, Turn},
    escape::escape_invisible,
    words::counted,
};

/// How many changes are listed: nobody reads more of them on one page, which has to stay one that a
/// phone can show. The others are counted.
const LISTED_MAX: usize = 1_000;

/// The changes by organization. `page_of` gives the path and the name of a record by its ids, where
/// it has a page.
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
        @if 0 < n_more {
            p.lead { (counted(n_more, "more change is", "more changes are")) " not listed here." }
        }
    }
}

fn item(change: &Change, page_of: &impl Fn(&str) -> Option<(String, String)>) -> Markup {
    let Change { what, record: id, name, subject, edits } = change;
    html! {
        li {
            span class=(tone(change)) { (happening(*what)) }
            div {
                p {
                    @match page_of(id) {
                        Some((href, _)) => a dir="auto" href=(href) { (escape_invisible(name)) },
                        None => bdi { (escape_invisible(name)) },
                    }
                    @if !id.is_empty() && !subject.is_empty() { ": " }
                    (value(subject))
                }
                @match what.turn() {
                    Turn::Added | Turn::Removed => (sketch(edits)),
                    Turn::Changed | Turn::Confirmed => { @for edit in edits { (edited(edit)) } },
                }
            }
        }
    }
}

fn sketch(edits: &[Edit]) -> Markup {
    let fields: Vec<_> = edits.iter().filter_map(sketched).collect();
    html! {
        @if !fields.is_empty() {
            p.hint {
                @for (at, (field, held)) in fields.into_iter().enumerate() {
                    @if 0 < at { ", " }
                    (field) " " (value(held))
                }
            }
        }
    }
}

fn edited(edit: &Edit) -> Markup {
    let Edit { field, before, after } = edit;
    html! {
        p.hint {
            (field) ": "
            @match before { Some(before) => del dir="auto" { (value(before)) }, None => "unknown" }
            " → "
            @match after { Some(after) => ins dir="auto" { (value(after)) }, None => "unknown" }
        }
    }
}

/// A value of the dataset: a link where it is an address, otherwise as it is.
fn value(text: &str) -> Markup {
    let shown = escape_invisible(text);
    if text.starts_with("https://") || text.starts_with("http://") {
        return html! { a href=(text) target="_blank" rel="noopener noreferrer" { (shown) } };
    }
    html! { bdi { (shown) } }
}

fn tone(change: &Change) -> &'static str {
    match change.what.turn() {
        Turn::Added => "pill good",
        Turn::Removed => "pill bad",
        Turn::Changed => "pill warn",
        Turn::Confirmed => "pill plain",
    }
}
