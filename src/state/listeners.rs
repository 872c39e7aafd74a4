//! Event listeners of the window: links, keys, history, scrolling and dropped files.

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

/// Attribute of the root element while a file is dragged over the page.
const DRAGGED: &str = "data-dragged";

/// Key code of a key that an input method has handled. Safari sends the key that ends a composition
/// after `compositionend`, so that only this code identifies it.
const INPUT_METHOD_KEY_CODE: u32 = 229;

/// Adds the listeners. They stay until the page closes. Call it once, in a browser.
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
            explorer.on_popstate(&event.state());
        }
    });
    let _ = window_event_listener(ev::scroll, move |_| {
        if let Some(explorer) = explorer() {
            explorer.on_scroll();
        }
    });
    let _ = window_event_listener(ev::pagehide, move |_| {
        if let Some(explorer) = explorer() {
            explorer.on_page_hide();
        }
    });
    if !browser::is_framed() {
        listen_for_files(loader);
    }
}

/// Opens files that are dropped anywhere on the page.
fn listen_for_files(loader: DatasetLoader) {
    let _ = window_event_listener(ev::dragover, |event| {
        if let Some(transfer) = files_of(&event) {
            event.prevent_default();
            transfer.set_drop_effect("copy");
            browser::set_root_attribute(DRAGGED, Some(""));
        }
    });
    let _ = window_event_listener(ev::dragleave, |event| {
        // Without a related target, the pointer has left the window.
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

/// Returns the dragged data if it contains files.
fn files_of(event: &DragEvent) -> Option<DataTransfer> {
    let transfer = event.data_transfer()?;
    let has_files =
        transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"));
    has_files.then_some(transfer)
}

/// Opens links to pages of the atlas. The browser handles links with a modifier key, another target
/// or another origin.
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
    let is_handled = match link.get_attribute("data-refine") {
        Some(value) => explorer.refine_by(&value),
        // A frame is too small for a whole page.
        None if explorer.presentation() == Presentation::Embed => return link.set_target("_blank"),
        None => explorer.open_url(&link.href()),
    };
    if is_handled {
        event.prevent_default();
    }
}

fn press(explorer: Explorer, event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if event.default_prevented() || has_modifier {
        return;
    }
    if event.is_composing() || event.key_code() == INPUT_METHOD_KEY_CODE {
        // By default, browsers would empty the field or close its dialog.
        if event.key() == "Escape" {
            event.prevent_default();
        }
        return;
    }
    let target = target_of(event);
    // The browser closes an open dialog on Escape.
    let has_dialog = browser::has_open_dialog();
    match event.key().as_str() {
        "/" if !has_dialog && !target.as_ref().is_some_and(is_editable) => {
            event.prevent_default();
            browser::select_input(SEARCH_ID);
        }
        "Escape" if !has_dialog && target.is_some_and(|target| target.id() == SEARCH_ID) => {
            event.prevent_default();
            explorer.clear_text();
        }
        _ => {}
    }
}

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Returns whether keys type text into an element. A `<select>` does not count, because none of its
/// options begins with a slash.
fn is_editable(element: &Element) -> bool {
    let is_checkbox = element.get_attribute("type").is_some_and(|kind| kind == "checkbox");
    let is_field = ["INPUT", "TEXTAREA"].contains(&element.tag_name().as_str());
    let has_editable_content =
        element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    (is_field && !is_checkbox) || has_editable_content
}
