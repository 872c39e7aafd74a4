//! Confidence in a project: mark, label and number of sources.

use maud::{Markup, html};

use super::{Icon, Site, icon};
use crate::{
    dataset::{Project, Term, VocabularyKind},
    wording::counted,
};

/// Mark of a confidence. Its shape carries the same information as its color.
pub(super) fn confidence_mark(id: &str) -> Markup {
    let (class, shape) = match id {
        "confirmed" => ("filled dot good", Icon::Full),
        "reported" => ("filled dot plain", Icon::Half),
        _ => ("filled dot warn", Icon::Open),
    };
    html! { span class=(class) { (icon(shape)) } }
}

/// Link to the sources of a project, with its confidence and the number of sources.
pub(super) fn confidence(site: Site<'_>, project: &Project, href: &str) -> Markup {
    let confidence = site.dataset.vocabulary.term(VocabularyKind::Confidence, project.confidence);
    let n_sources = u32::try_from(project.sources.len()).unwrap_or(u32::MAX);
    let (n, noun) = counted(n_sources, "source", "sources");
    html! {
        a.trust href={ (href) "#sources" } title=[confidence.hint.as_deref()] {
            (confidence_mark(&confidence.id))
            span { bdi { (confidence.label) } " · " bdi { (n) " " (noun) } }
        }
        @if needs_recheck(site, project) { " " span.pill.warn { (RECHECK) } }
    }
}

/// Label of a project that was not verified for a year.
pub(super) const RECHECK: &str = "needs a new check";

/// Returns whether a project was not verified for a year.
pub(super) fn needs_recheck(site: Site<'_>, project: &Project) -> bool {
    site.a_year_ago.is_some_and(|day| project.needs_recheck(day))
}

/// Legend of the confidence marks.
pub(super) fn confidences(site: Site<'_>) -> Markup {
    html! {
        ul.legend {
            @for term in site.dataset.vocabulary.terms(VocabularyKind::Confidence) {
                li { (confidence_meaning(term)) }
            }
        }
    }
}

/// Confidence with its mark, label and explanation.
pub(super) fn confidence_meaning(term: &Term) -> Markup {
    html! {
        (confidence_mark(&term.id)) " "
        span {
            bdi { (term.label) }
            @if let Some(hint) = &term.hint { ": " bdi { (hint) } }
        }
    }
}
