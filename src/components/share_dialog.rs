use leptos::{ev::MouseEvent, prelude::*, web_sys::HtmlDialogElement};
use wasm_bindgen::JsCast as _;

use super::icon::Icon;
use crate::{
    link::SHARE_ID,
    markup::Icon as Shape,
    state::{Explorer, Overlay},
};

/// The dialog that passes the current view on. Its content is loaded when it is opened.
#[component]
pub(crate) fn ShareDialog() -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <dialog class="dialog" lang="en" dir="ltr" id=SHARE_ID aria-label="Share this view"
            on:click=close_from_outside
            on:close=move |_| explorer.has_closed(Overlay::Share)>
            <div class="head">
                <h2>"Share this view"</h2>
                <button class="btn icon" id="share-close" type="button" aria-label="Close"
                    on:click=move |_| explorer.close_overlay(Overlay::Share)>
                    <Icon shape=Shape::Cross/>
                </button>
            </div>
            <p>"Loading …"</p>
        </dialog>
    }
}

/// Closes a dialog on a click beside it: only what is around its content is the dialog itself.
pub(super) fn close_from_outside(event: MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = target {
        dialog.close();
    }
}
