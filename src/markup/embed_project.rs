//! Project in a frame.

use maud::{Markup, html};

use super::{
    Site,
    confidence::confidence,
    outcomes::outcome_list,
    project_row::{particulars, tags},
};
use crate::{
    dataset::ProjectIdx,
    wording::{is_namesake, with_ltr_marks},
};

/// Number of outcomes in a frame. Curators list the most important ones first.
const N_OUTCOMES: usize = 3;

/// Renders a project in a frame, with its outcomes. Its page has the sources.
pub fn embed_project(site: Site<'_>, idx: ProjectIdx, heading_id: &str) -> Markup {
    let project = site.dataset.project(idx);
    let outcomes = project.outcomes.iter().take(N_OUTCOMES);
    let outcomes: Vec<_> = outcomes.map(|outcome| (idx, outcome)).collect();
    html! {
        h1.sentence id=(heading_id) tabindex="-1" {
            bdi { (with_ltr_marks(&project.name)) }
            @if !is_namesake(project, site.dataset) {
                " " span.soft { "at " bdi { (site.dataset.org(project.org).name) } }
            }
        }
        p.hint { (particulars(site, project)) }
        @if !project.summary.is_empty() { p dir="auto" { (with_ltr_marks(&project.summary)) } }
        (tags(site, project))
        (outcome_list(site, &outcomes, |_, _| html! {}))
        p { (confidence(site, project, &site.project_href(idx))) }
    }
}
