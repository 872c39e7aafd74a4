//! Events of the page as a whole: links, keys, the history, scrolling, and files that are dropped.

use leptos::{
    ev,
    prelude::*,
    web_sys::{
        DataTransfer, DragEvent, Element, Event, HtmlAnchorElement, HtmlElement, KeyboardEvent,
        MouseEvent,
    },
};
use wasm_bindgen::JsCast as _;

use super::{DatasetLoader, Explorer, Presentation, browser, ids::SEARCH_ID};

/// The attribute of the root element while a file is dragged over the page.
const DRAGGED: &str = "data-dragged";

/// The code of a key that an input method has used. Safari sends the key that ends a composition
/// after the end of it, so that only this tells the key from another one.
const KEY_OF_INPUT_METHOD: u32 = 229;

/// Starts to listen, for as long as the page is there. Called once, in a browser.
pub fn listen(loader: DatasetLoader) {
    let explorer = move || loader.explorer();
    let _ = window_event_listener(ev::click, move |event| {
        if let Some(explorer) = explorer() {
            click(explorer, &event);
        }
    });
    let _ = window_event_listener(ev::keydown, move |event| {
        if let Some(explorer) = explorer() {
            press(explorer, &event);
        }
    });
    let _ = window_event_listener(ev::popstate, move |event| {
        if let Some(explorer) = explorer() {
            explorer.follow_history(&event.state());
        }
    });
    let _ = window_event_listener(ev::scroll, move |_| {
        if let Some(explorer) = explorer() {
            explorer.has_scrolled();
        }
    });
    let _ = window_event_listener(ev::pagehide, move |_| {
        if let Some(explorer) = explorer() {
            explorer.leave_page();
        }
    });
    if !browser::is_framed() {
        listen_for_files(loader);
    }
}

/// Opens files that are dropped anywhere.
fn listen_for_files(loader: DatasetLoader) {
    let _ = window_event_listener(ev::dragover, |event| {
        if let Some(transfer) = files_of(&event) {
            event.prevent_default();
            transfer.set_drop_effect("copy");
            browser::set_root_attribute(DRAGGED, Some(""));
        }
    });
    let _ = window_event_listener(ev::dragleave, |event| {
        // Between two elements of the page it only goes on to the next one.
        if event.related_target().is_none() {
            browser::set_root_attribute(DRAGGED, None);
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        browser::set_root_attribute(DRAGGED, None);
        let Some(transfer) = files_of(&event) else { return };
        event.prevent_default();
        if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
            loader.open_file(file);
        }
    });
}

/// Returns what is dragged, if files are.
fn files_of(event: &DragEvent) -> Option<DataTransfer> {
    let transfer = event.data_transfer()?;
    let has_files =
        transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"));
    has_files.then_some(transfer)
}

/// Links to pages of the atlas are opened here; with a modifier key, another target or another origin
/// they are the browser's.
fn click(explorer: Explorer, event: &MouseEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || has_modifier {
        return;
    }
    let link = target_of(event).and_then(|target| target.closest("a[href]").ok().flatten());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    if !link.target().is_empty() || link.has_attribute("download") {
        return;
    }
    if let Some(org) = link.get_attribute("data-rows") {
        event.prevent_default();
        return explorer.show_all_rows(&org);
    }
    let is_taken = match link.get_attribute("data-refine") {
        Some(value) => explorer.refine_by(&value),
        // A frame is too small for a whole page, and is not where its reader wants to stay.
        None if explorer.presentation() == Presentation::Embed => return link.set_target("_blank"),
        None => explorer.open_url(&link.href()),
    };
    if is_taken {
        event.prevent_default();
    }
}

fn press(explorer: Explorer, event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if event.default_prevented() || has_modifier {
        return;
    }
    if event.is_composing() || event.key_code() == KEY_OF_INPUT_METHOD {
        // Otherwise browsers empty the field, or close the dialog that it is in.
        if event.key() == "Escape" {
            event.prevent_default();
        }
        return;
    }
    let target = target_of(event);
    // A dialog above the page closes by itself.
    let is_over = browser::has_open_dialog();
    match event.key().as_str() {
        "/" if !is_over && !target.as_ref().is_some_and(is_typing_place) => {
            event.prevent_default();
            browser::select(SEARCH_ID);
        }
        "Escape" if !is_over && target.is_some_and(|target| target.id() == SEARCH_ID) => {
            event.prevent_default();
            explorer.clear_text();
        }
        _ => {}
    }
}

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn is_typing_place(element: &Element) -> bool {
    // In a checkbox nothing is typed, and no choice of a list begins with a slash.
    let is_box = element.get_attribute("type").is_some_and(|kind| kind == "checkbox");
    let is_field = ["INPUT", "TEXTAREA"].contains(&element.tag_name().as_str());
    let is_editable =
        element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    (is_field && !is_box) || is_editable
}
