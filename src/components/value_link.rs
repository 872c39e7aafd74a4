use leptos::prelude::*;

use crate::{
    dataset::{Coded, TermIdx},
    search::Facet,
    state::{Atlas, Explorer},
};

/// A link that refines the current view by a value, and that leads to the value's own page where
/// it is opened anew.
pub fn value_link(
    explorer: Explorer,
    facet: Facet,
    id: &str,
    class: &'static str,
    content: AnyView,
) -> AnyView {
    let href = explorer.href_of_value(facet, id);
    let refine = format!("{}:{id}", facet.key());
    view! {
        <a class=class href=href data-refine=refine>
            {content}
        </a>
    }
    .into_any()
}

/// The link of a term of the dataset's vocabulary, by its label.
pub fn term_link(
    explorer: Explorer,
    atlas: &Atlas,
    facet: Facet,
    (coded, term): (Coded, TermIdx),
    class: &'static str,
) -> AnyView {
    let term = atlas.dataset.vocabulary.term(coded, term);
    value_link(explorer, facet, &term.id, class, term.label.clone().into_any())
}
