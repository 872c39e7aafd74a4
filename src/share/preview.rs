//! Preview of an embedded frame.

use leptos::{ev, prelude::*};
use maud::{Markup, html};

use super::{choice::Choice, context::ShareContext};
use crate::{
    components::text,
    link::IFRAME_SANDBOX,
    state::{IS_STATIC, ShareChange, browser},
};

/// Id of the previewed frame.
const PREVIEW_ID: &str = "share-preview";

/// Widths of the preview: a phone, a column of text, the available width.
const WIDTHS: [&str; 3] = ["320\u{a0}px", "640\u{a0}px", "100\u{a0}%"];

/// Preview of the frame, in the width that the reader chose.
#[component]
pub(super) fn Preview(context: ShareContext) -> impl IntoView {
    if !IS_STATIC {
        update_height(context);
    }
    let frame = text(move || {
        let options = context.sharing.with(|sharing| sharing.embed_options);
        context.view.with(|view| frame(&view.frame_url(options))).into_string()
    });
    view! {
        <div class="stage">
            <Choice context key="width" legend="Preview" options=&WIDTHS name=|width| width
                chosen=WIDTHS[2] change=|_| ShareChange::Width/>
            <div class="preview" tabindex="0" role="group" aria-label="Preview" inner_html=frame></div>
        </div>
    }
}

/// Updates the height whenever the frame reports it, until the preview is closed.
fn update_height(context: ShareContext) {
    let listener = window_event_listener(ev::message, move |message| {
        if let Some(height_px) = browser::apply_height_message(&message, PREVIEW_ID) {
            context.sharing.update(|sharing| sharing.height_px = height_px);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Returns a new frame for an address. Navigating an existing frame would add a history entry to the
/// page.
fn frame(url: &str) -> Markup {
    html! { iframe id=(PREVIEW_ID) src=(url) title="Preview" sandbox=(IFRAME_SANDBOX) {} }
}
