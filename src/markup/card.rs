use maud::{Markup, html};

use super::{
    Site,
    marked::marked,
    monogram::monogram,
    project_row::{RowDetail, RowView, project_row},
};
use crate::{
    dataset::{Coded, Organization},
    search::{Facet, Group, SearchResults},
    wording::counted,
};

/// An organization with its matching projects: who on the left, what on the right.
pub fn card(site: Site<'_>, group: &Group, results: &SearchResults) -> Markup {
    let SearchResults { highlighter, outcome_metric: metric, .. } = results;
    let view = RowView { detail: RowDetail::Own, highlighter, metric: *metric };
    let org = site.dataset.org(group.org);
    html! {
        article class=(class(group.projects.len())) {
            div.who {
                (monogram(org))
                h2 {
                    a dir="auto" href=(site.organization_href(group.org)) {
                        (marked(&org.name, highlighter))
                    }
                }
                p { (place(site, org)) }
                p.of.num lang="en" dir="ltr" { (shown_of(group.projects.len(), org.n_projects)) }
            }
            ul {
                @for project in &group.projects {
                    (project_row(site, *project, view))
                }
            }
        }
    }
}

/// A card says roughly how high it is, for when it is laid out later.
fn class(n_rows: usize) -> &'static str {
    match n_rows {
        0..=2 => "card",
        3..=5 => "card high",
        _ => "card higher",
    }
}

/// What it does and where it is, each a link.
fn place(site: Site<'_>, org: &Organization) -> Markup {
    html! {
        @match org.industry {
            Some(term) => (site.term_link(Facet::Industry, Coded::Industry, term, "")),
            None => span.quiet { "Industry unknown" },
        }
        " · "
        @match &org.country {
            Some(code) => (site.country_link(code)),
            None => span.quiet { "country unknown" },
        }
    }
}

fn shown_of(n_shown: usize, n_all: u32) -> String {
    let (n, noun) = counted(n_all, "project", "projects");
    if n_shown == n_all as usize {
        format!("{n} {noun}")
    } else {
        format!("{n_shown} of {n} {noun}")
    }
}
