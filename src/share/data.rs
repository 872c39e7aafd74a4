use maud::{Markup, html};

use crate::link::SharedView;

/// Files with the records of a view.
pub(super) fn data(view: &SharedView) -> Markup {
    let files = if view.is_published() { files(&view.page) } else { Vec::new() };
    html! {
        @if !files.is_empty() {
            (wider(view, "The table"))
            p.files {
                @for (file, form) in files {
                    a.btn href={ (view.site) "api/v1/" (file) } download { (form) }
                }
            }
        }
        @if !view.whole.is_empty() {
            p.files { a.btn href=(view.whole) download { "All of the data, JSON" } }
        }
    }
}

/// A notice that a file is of the page that the view narrows.
pub(super) fn wider(view: &SharedView, what: &str) -> Markup {
    html! {
        @if view.is_published() && !view.is_page() {
            p.notice { (what) " is of the page that this view narrows: " (view.page_sentence) "." }
        }
    }
}

/// The end of the names of tables that spreadsheet programs show as they are; those for programs
/// end with `.csv` alone.
const SPREADSHEET: &str = ".spreadsheet.csv";

/// The files of the data service that say what a page shows, and their forms.
fn files(page: &str) -> Vec<(String, &'static str)> {
    const LINES: &str = "JSON, a record on each line";
    let named = |names: &[&str], form| (names.concat(), form);
    let parts: Vec<_> = page.split_terminator('/').collect();
    match parts.as_slice() {
        [] => vec![named(&["projects", SPREADSHEET], "CSV"), named(&["projects.ndjson"], LINES)],
        ["org"] => {
            vec![named(&["organizations.json"], "JSON"), named(&["organizations.ndjson"], LINES)]
        }
        ["org", org] => vec![named(&["organizations/", org, ".json"], "JSON")],
        ["org", org, project] => vec![named(&["projects/", org, "/", project, ".json"], "JSON")],
        ["changes"] => vec![named(&["changes.json"], "JSON")],
        ["about" | "claims", ..] => Vec::new(),
        [facet, value] => {
            let of = |end| named(&["facets/", facet, "/", value, end], "");
            vec![(of(SPREADSHEET).0, "CSV"), (of(".json").0, "JSON")]
        }
        _ => Vec::new(),
    }
}
