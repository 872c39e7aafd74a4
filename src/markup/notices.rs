use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::{
    dataset::Problem,
    link::Notice,
    search::{Query, Refinement},
    wording::{notice_text, problem_count},
};

/// The parts of a link that could not be used, each with what may have been meant. A version that
/// there is not is told [on top of the page](super::unknown_version).
pub fn notices(site: Site<'_>, query: &Query, notices: &[Notice]) -> Markup {
    html! {
        @for (idx, notice) in notices.iter().enumerate() {
            @if !matches!(notice, Notice::UnknownVersion { .. }) {
                div.notice {
                    span lang="en" dir="ltr" { (notice_text(notice, site.catalog)) }
                    (instead(site, query, notice))
                    (dismiss(idx))
                }
            }
        }
    }
}

/// The button that takes a notice away.
pub(super) fn dismiss(idx: usize) -> Markup {
    html! {
        button.btn.icon type="button" id={ "dismiss-" (idx) } data-do=(Action::Dismiss(idx))
            aria-label="Dismiss" { (icon(Icon::Cross)) }
    }
}

fn instead(site: Site<'_>, query: &Query, notice: &Notice) -> Markup {
    let Notice::UnknownValue { facet, polarity, suggestion: Some(value), .. } = notice else {
        return html! {};
    };
    let refinement = Refinement { facet: *facet, value: *value, polarity: *polarity };
    let corrected = query.clone().with(refinement);
    html! {
        button.btn type="button" data-do=(site.go(corrected)) {
            span { "Use “" bdi { (site.catalog.value(*facet, *value).label) } "”" }
        }
    }
}

/// The records that were left out, with the list behind.
pub fn problems(problems: &[Problem]) -> Markup {
    let mut records: Vec<&str> = problems.iter().map(|problem| problem.record.as_str()).collect();
    records.dedup();
    html! {
        @if !problems.is_empty() {
            details.notice lang="en" dir="ltr" {
                summary { (problem_count(records.len())) }
                ul { @for problem in problems { li { (problem) } } }
            }
        }
    }
}
