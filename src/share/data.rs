//! "Data" tab of the share dialog.

use maud::{Markup, html};

use crate::link::SharedView;

/// Returns links to the files with the records of a view.
pub(super) fn data(view: &SharedView) -> Markup {
    let files = if view.is_published() { files(&view.page) } else { Vec::new() };
    html! {
        @if !files.is_empty() {
            (wider_page_notice(view, "This file"))
            p.files {
                @for (file, format) in files {
                    a.btn href={ (view.site) "api/v1/" (file) } download { (format) }
                }
            }
        }
        @if !view.dataset_url.is_empty() {
            p.files { a.btn href=(view.dataset_url) download { "All data, JSON" } }
        }
    }
}

/// Returns a notice if a file contains the whole published page, not the narrower view.
pub(super) fn wider_page_notice(view: &SharedView, subject: &str) -> Markup {
    html! {
        @if view.is_published() && !view.is_page() {
            p.notice {
                (subject) " contains the whole page “" (view.page_sentence) "”, not your filtered view."
            }
        }
    }
}

/// Suffix of the tables for spreadsheet programs, which must not interpret cells as formulas. Tables
/// for other programs end with `.csv` alone.
const SPREADSHEET: &str = ".spreadsheet.csv";

/// Returns the files of the data service with the content of a page, and their formats.
fn files(page: &str) -> Vec<(String, &'static str)> {
    const LINES: &str = "JSON, one record per line";
    let named = |names: &[&str], format| (names.concat(), format);
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
