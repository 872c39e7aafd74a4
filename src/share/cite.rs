//! "Cite" tab of the share dialog.

use leptos::prelude::*;

use super::{context::ShareContext, field::Field, pin::Pin};
use crate::link::SharedView;

/// Citations of a view.
#[component]
pub(super) fn CiteTab(
    /// Context of the share dialog.
    context: ShareContext,
    /// Day of access, for the citation.
    today: String,
) -> impl IntoView {
    let day = today.clone();
    let citation = context.text(move |view| view.citation(&day));
    let bibtex = context.text(move |view| view.bibtex(&today));
    let (markdown, html) =
        (context.text(SharedView::markdown_link), context.text(SharedView::html_link));
    view! {
        <div class="choices">
            <Field context id="share-citation" label="Citation" value=citation/>
            <Field context id="share-markdown" label="Markdown" value=markdown/>
            <Field context id="share-html" label="HTML" value=html/>
            <Field context id="share-bibtex" label="BibTeX" value=bibtex/>
            <Pin context/>
        </div>
    }
}
