use leptos::prelude::*;

use super::{field::Field, pin::Pin, shared::Shared};
use crate::link::SharedView;

/// References to a view.
#[component]
pub(super) fn CiteTab(
    /// The dialog that it is part of.
    shared: Shared,
    /// The day on which the view is looked at.
    today: String,
) -> impl IntoView {
    let day = today.clone();
    let citation = shared.text(move |view| view.citation(&day));
    let bibtex = shared.text(move |view| view.bibtex(&today));
    let (markdown, html) =
        (shared.text(SharedView::markdown_link), shared.text(SharedView::html_link));
    view! {
        <div class="choices">
            <Field shared id="share-citation" label="Citation" value=citation/>
            <Field shared id="share-markdown" label="Markdown" value=markdown/>
            <Field shared id="share-html" label="HTML" value=html/>
            <Field shared id="share-bibtex" label="BibTeX" value=bibtex/>
            <Pin shared/>
        </div>
    }
}
