use maud::{Markup, html};

use super::{Action, Site};
use crate::{
    search::{Query, SearchResults},
    wording::counted,
};

/// The head of the sheet with the facets. "Clear all" leads to the query `cleared`.
pub fn tray_head(site: Site<'_>, cleared: Query) -> Markup {
    html! {
        header lang="en" {
            h2 { "Refine" }
            button.btn #tray-clear type="button" data-do=(site.go(cleared)) { "Clear all" }
        }
    }
}

/// Its foot: a button that says what the choices give, and shows it.
pub fn tray_foot(results: &SearchResults) -> Markup {
    let (n, noun) = counted(results.n_projects, "project", "projects");
    html! {
        footer lang="en" {
            button.btn.primary #tray-show type="button" data-do=(Action::Close) {
                "Show " (n) " " (noun)
            }
        }
    }
}
