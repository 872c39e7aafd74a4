//! Share dialog.

use leptos::{ev::MouseEvent, prelude::*, web_sys::HtmlDialogElement};
use wasm_bindgen::JsCast as _;

use super::{child, icon::Icon};
use crate::{
    link::SHARE_ID,
    markup::Icon as Shape,
    state::{Explorer, Overlay, ShareContent, Sharing},
};

/// Dialog that shares the current view. Its content is a chunk, which loads when the dialog opens.
#[component]
pub(crate) fn ShareDialog() -> impl IntoView {
    let explorer = Explorer::expect();
    let sharing = RwSignal::new(Sharing::default());
    let content = child(move || match explorer.share_content() {
        ShareContent::Loading => view! { <p>"Loading …"</p> }.into_any(),
        ShareContent::Failed { url } => failure(url),
        ShareContent::Ready(show, view) => show(*view, sharing),
    });
    view! {
        <dialog class="dialog" lang="en" dir="ltr" id=SHARE_ID aria-label="Share this view"
            on:click=close_from_outside
            on:close=move |_| explorer.on_overlay_closed(Overlay::Share)>
            <div class="head">
                <h2>"Share this view"</h2>
                <button class="btn icon" id="share-close" type="button" aria-label="Close"
                    on:click=move |_| explorer.close_overlay(Overlay::Share)>
                    <Icon shape=Shape::Cross/>
                </button>
            </div>
            {content}
        </dialog>
    }
}

fn failure(url: String) -> AnyView {
    let href = url.clone();
    view! {
        <p>
            "The share options did not load. Reload the page, or copy the link: "
            <a href=href>{url}</a>
        </p>
    }
    .into_any()
}

/// Closes a dialog on a click outside of it. The target of such a click is the dialog itself, not its
/// content.
pub(super) fn close_from_outside(event: MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = target {
        dialog.close();
    }
}
