//! "Link" tab of the share dialog.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{context::ShareContext, field::Field, pin::Pin, qr::qr_code};
use crate::{
    components::{Icon, text},
    link::SharedView,
    markup::Icon as Shape,
    state::browser,
};

/// Link of a view, also as a QR code.
#[component]
pub(super) fn LinkTab(
    /// Context of the share dialog.
    context: ShareContext,
    /// `true` if the device has a share sheet.
    has_share_sheet: bool,
) -> impl IntoView {
    let link = context.text(SharedView::url);
    let send = move |_| {
        let send = |view: &SharedView| browser::share_link(&view.sentence, &view.url());
        context.view.with_untracked(send);
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
                    <Field context id="share-link" label="Link" value=link/>
                    {has_share_sheet.then(send)}
                    <Pin context/>
                </div>
                <figure inner_html=text(move || link.with(|url| figure(url)).into_string())></figure>
            </div>
        </div>
    }
}

/// Returns the QR code of a URL with a caption.
fn figure(url: &str) -> Markup {
    html! {
        @match qr_code(url) {
            Some(code) => { (code) figcaption.hint { "Scan with a phone" } }
            None => { figcaption.hint { "This link is too long for a QR code." } }
        }
    }
}
