use leptos::{ev, prelude::*};
use maud::{Markup, html};

use super::{browser, choice::Choice, shared::Shared};
use crate::{
    components::text,
    link::IFRAME_SANDBOX,
    state::{IS_STATIC, ShareChange},
};

/// The id of the frame that shows how a view looks in another page.
const PREVIEW_ID: &str = "share-preview";

/// The widths in which a frame can be tried out: a phone, a column of text, the room that there is.
const WIDTHS: [&str; 3] = ["320\u{a0}px", "640\u{a0}px", "100\u{a0}%"];

/// The frame as another page shows it.
#[component]
pub(super) fn Preview(shared: Shared) -> impl IntoView {
    if !IS_STATIC {
        follow_height(shared);
    }
    let frame = text(move || {
        let look = shared.sharing.with(|sharing| sharing.look);
        shared.view.with(|view| frame(&view.frame_url(look))).into_string()
    });
    view! {
        <div class="stage">
            <Choice shared key="width" legend="Preview" options=&WIDTHS name=|width| width
                chosen=WIDTHS[2] change=|_| ShareChange::Width/>
            <div class="preview" tabindex="0" role="group" aria-label="Preview" inner_html=frame></div>
        </div>
    }
}

/// Takes over the height that the frame tells, for as long as it is shown.
fn follow_height(shared: Shared) {
    let listener = window_event_listener(ev::message, move |message| {
        if let Some(height_px) = browser::take_height(&message, PREVIEW_ID) {
            shared.sharing.update(|sharing| sharing.height_px = height_px);
        }
    });
    on_cleanup(move || listener.remove());
}

/// A frame of an address. Another address makes another frame: that the same one leads elsewhere would
/// be an entry of the history, to which "Back" leads.
fn frame(url: &str) -> Markup {
    html! { iframe id=(PREVIEW_ID) src=(url) title="Preview" sandbox=(IFRAME_SANDBOX) {} }
}
