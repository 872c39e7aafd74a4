use leptos::prelude::*;
use maud::{Markup, html};

use super::{browser, field::Field, pin::Pin, qr::qr_code, shared::Shared};
use crate::{
    components::{Icon, text},
    link::SharedView,
    markup::Icon as Shape,
};

/// The link of a view, also for a camera.
#[component]
pub(super) fn LinkTab(
    /// The dialog that it is part of.
    shared: Shared,
    /// Whether the device has a way of its own to send a link.
    can_send: bool,
) -> impl IntoView {
    let link = shared.text(SharedView::url);
    let send = move |_| {
        let send = |view: &SharedView| browser::send_link(&view.sentence, &view.url());
        shared.view.with_untracked(send);
    };
    let send = || {
        view! {
            <p>
                <button class="btn" id="share-send" type="button" on:click=send>
                    <Icon shape=Shape::Share/>
                    "Send …"
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="choices">
            <div class="with-qr">
                <div class="choices">
                    <Field shared id="share-link" label="Link" value=link/>
                    {can_send.then(send)}
                    <Pin shared/>
                </div>
                <figure inner_html=text(move || link.with(|url| figure(url)).into_string())></figure>
            </div>
        </div>
    }
}

/// The QR code of an address, with a caption.
fn figure(url: &str) -> Markup {
    html! {
        @match qr_code(url) {
            Some(code) => { (code) figcaption.hint { "Scan it with a phone" } }
            None => { figcaption.hint { "This link is too long for a QR code." } }
        }
    }
}
