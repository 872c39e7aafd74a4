//! Content of the share dialog: link, embed snippet, citation, picture and data files.
//!
//! The dialog is a chunk (`src/chunks.rs`), because the snippets for eight platforms and the QR codes are a
//! tenth of the program. Its entry is [`view()`]; [`Sharing`] holds the choices of the reader. Static
//! content is markup, set through `inner_html`.

// The builders that `#[component]` derives are public.
#![allow(unreachable_pub)]

mod choice;
mod cite;
mod context;
mod data;
mod embed;
mod field;
mod image;
mod link;
mod options;
mod pin;
mod preview;
mod qr;

use leptos::prelude::*;

use crate::{
    link::SharedView,
    state::{Sharing, browser},
};

pub use options::ShareOptions;
pub use qr::qr_code;

/// Renders the content of the share dialog for this device.
pub fn view(view: SharedView, sharing: RwSignal<Sharing>) -> AnyView {
    let today = browser::today().map(|day| day.to_string()).unwrap_or_default();
    let has_share_sheet = browser::can_share();
    view! { <ShareOptions view sharing today has_share_sheet/> }.into_any()
}
