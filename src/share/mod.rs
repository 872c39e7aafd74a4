//! The ways to share a view: as a link, as a frame of another page, as a reference, as a picture, as
//! data.
//!
//! A chunk of the program (`src/chunks.rs`), because the texts for eight kinds of pages and the drawing
//! of QR codes are a tenth of it. Its entry is [`view()`]; the choices of the reader are [`Sharing`].
//! Content that never changes while it is shown is markup, set through `inner_html`.

// The builders that `#[component]` derives are public.
#![allow(unreachable_pub)]

mod browser;
mod choice;
mod cite;
mod data;
mod embed;
mod field;
mod image;
mod link;
mod options;
mod pin;
mod preview;
mod qr;
mod shared;

use leptos::prelude::*;

use crate::{
    link::SharedView,
    state::{Sharing, today},
};

pub use options::ShareOptions;
pub use qr::qr_code;

/// Shows the ways to share a view, as far as this device has them.
pub fn view(view: SharedView, sharing: RwSignal<Sharing>) -> AnyView {
    let today = today().map(|day| day.to_string()).unwrap_or_default();
    let can_send = browser::can_send();
    view! { <ShareOptions view sharing today can_send/> }.into_any()
}
