//! Button back to the author's view of a frame.

use leptos::prelude::*;

use super::child;
use crate::state::Explorer;

/// Button of a frame that returns to the author's view, with the sentence of that view. Empty while the
/// reader is in that view.
#[component]
pub(crate) fn BackButton() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let view = explorer.author_view()?;
        let (sentence, _) = explorer.describe(&view);
        let go = move |_| explorer.open(view.clone());
        Some(
            view! {
                <button class="way-back" lang="en" dir="ltr" type="button" on:click=go>
                    "Back to the author’s view: "
                    <bdi><b>{sentence}</b></bdi>
                </button>
            }
            .into_any(),
        )
    })
}
