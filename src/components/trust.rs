use leptos::prelude::*;

use super::{Icon, icon};
use crate::{
    dataset::{Coded, Project},
    link::Route,
    state::{Atlas, Explorer},
    wording::counted,
};

/// The mark of a confidence: its shape says as much as its color.
pub fn confidence_mark(id: &str) -> AnyView {
    let (class, shape) = match id {
        "confirmed" => ("dot good", Icon::Full),
        "reported" => ("dot plain", Icon::Half),
        _ => ("dot warn", Icon::Open),
    };
    view! { <span class=class>{icon(shape)}</span> }.into_any()
}

/// Whether a project can be trusted: mark, word and number of sources, leading to these.
pub(super) fn trust(explorer: Explorer, atlas: &Atlas, project: &Project, route: &Route) -> AnyView {
    let confidence = atlas.dataset.vocabulary.term(Coded::Confidence, project.confidence);
    let n_sources = u32::try_from(project.sources.len()).unwrap_or(u32::MAX);
    let (n, noun) = counted(n_sources, "source", "sources");
    let href = format!("{}#sources", explorer.href(route));
    view! {
        <a class="trust" href=href title=confidence.hint.clone()>
            {confidence_mark(&confidence.id)}
            {format!("{} · {n} {noun}", confidence.label)}
        </a>
    }
    .into_any()
}
