use leptos::prelude::*;

use super::child;
use crate::state::Explorer;

/// The button that leads the reader of a frame back to the author's view, named by its sentence;
/// nothing where the reader has not left it.
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
