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

/// How many outcomes a frame shows: the first are those that a curator thinks most of.
const N_OUTCOMES: usize = 3;

/// A project in a frame of another page: what it is and what it brought. The sources are on its page.
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
