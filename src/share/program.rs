//! Writes the dialog, and follows what is done in it.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::{COPIED, LINK_ID, PLACES, PREVIEW_ID, Shared, Sharing, browser, skeleton};
use crate::link::SharedView;

const CONTENT_ID: &str = "share-content";

/// The dialog as it is.
#[derive(Default)]
struct Program {
    view: SharedView,
    sharing: Sharing,
    /// What stands in each place.
    written: [String; PLACES.len()],
    is_listening: bool,
}

thread_local! {
    static PROGRAM: RefCell<Program> = RefCell::default();
}

/// Shows the ways to share a view.
pub fn view(view: SharedView) -> AnyView {
    request_animation_frame(move || open(view));
    view! { <div class="live" id=CONTENT_ID inner_html=skeleton().into_string()></div> }.into_any()
}

/// Writes the dialog for a view. From the first call on, follows what is done in the dialog.
fn open(view: SharedView) {
    let focused = browser::focused_id();
    let was_listening = with(|program| {
        program.view = view.on_lines();
        program.written = Default::default();
        program.sharing.copied = None;
        program.sharing.can_send = browser::can_send();
        program.sharing.today = browser::today();
        std::mem::replace(&mut program.is_listening, true)
    });
    if !was_listening {
        listen();
    }
    write();
    browser::keep_focus(&focused);
}

fn with<T>(act: impl FnOnce(&mut Program) -> T) -> T {
    PROGRAM.with_borrow_mut(act)
}

fn listen() {
    browser::on("click", click);
    browser::on("change", change);
    browser::on("message", |event| {
        if let Some(height_px) = browser::told_height(event, PREVIEW_ID) {
            update(|sharing| sharing.height_px = height_px);
        }
    });
}

fn update(change: impl FnOnce(&mut Sharing)) {
    let focused = browser::focused_id();
    with(|program| change(&mut program.sharing));
    write();
    browser::keep_focus(&focused);
}

/// Writes the places whose content is another one than before.
fn write() {
    with(|Program { view, sharing, written, .. }| {
        let pinned = sharing.is_pinned.then(|| view.pinned());
        let shared = Shared { view: pinned.as_ref().unwrap_or(view), sharing };
        for ((id, make), before) in PLACES.into_iter().zip(written) {
            let html = make(&shared).into_string();
            if html != *before {
                browser::set_html(id, &html);
                *before = html;
            }
        }
    });
}

fn click(event: &Event) {
    if let Some(button) = browser::target(event, "[data-copy]") {
        let field = button.get_attribute("data-copy").unwrap_or_default();
        return spawn_local(copy(field));
    }
    if browser::target(event, "#share-send").is_some() {
        let Some(field) = browser::element(LINK_ID) else { return };
        with(|program| browser::send_link(&program.view.sentence, &browser::value_of(&field)));
    }
}

/// Copies the text of a field; where that is not allowed, selects it to be copied by hand.
async fn copy(field: String) {
    let Some(element) = browser::element(&field) else { return };
    let has_copied = browser::copy_text(&browser::value_of(&element)).await;
    let said = if has_copied { COPIED } else { "Selected: copy it with Ctrl+C or ⌘C" };
    update(|sharing| sharing.copied = Some((field.clone(), said)));
    if !has_copied {
        browser::select(&field);
    }
}

fn change(event: &Event) {
    let Some(field) = browser::target(event, "[data-change]") else { return };
    let change = field.get_attribute("data-change").unwrap_or_default();
    let (key, named) = change.split_once('=').unwrap_or_default();
    let value = if named.is_empty() { browser::value_of(&field) } else { named.to_owned() };
    update(|sharing| sharing.change(key, &value));
}
