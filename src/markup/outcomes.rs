//! Measured outcomes.

use maud::{Markup, html};

use super::{Site, sources::cite};
use crate::{
    dataset::{Outcome, ProjectIdx, VocabularyKind},
    wording::{figure, with_ltr_marks},
};

/// Renders outcomes as tiles: the figure, if there is one, and the statement with its source. `lead`
/// renders the start of each statement from the project and the path of its page.
pub(super) fn outcome_list(
    site: Site<'_>,
    outcomes: &[(ProjectIdx, &Outcome)],
    lead: impl Fn(ProjectIdx, &str) -> Markup,
) -> Markup {
    html! {
        div.gains {
            @for (project, outcome) in outcomes {
                @let href = site.project_href(*project);
                div.gain {
                    (head(site, outcome))
                    p dir="auto" { (lead(*project, &href)) (with_ltr_marks(&outcome.statement)) (cite(site, &href, &site.dataset.project(*project).sources, outcome.source)) }
                    @if let Some(baseline) = &outcome.baseline {
                        small { "Compared with: " bdi { (baseline) } }
                    }
                }
            }
        }
    }
}

fn head(site: Site<'_>, outcome: &Outcome) -> Markup {
    if let Some(figure) = figure(outcome, &site.dataset.vocabulary) {
        return html! { b dir="ltr" { (figure.amount) } " " em dir="auto" { (figure.quantity) } };
    }
    html! { em dir="auto" { (site.dataset.label(VocabularyKind::Metric, outcome.metric)) } }
}
