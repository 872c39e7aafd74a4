//! What the page as a whole listens to: links, keys, and the history.

use leptos::{
    ev,
    prelude::*,
    web_sys::{Element, HtmlAnchorElement, HtmlElement, KeyboardEvent, MouseEvent, PopStateEvent},
};
use wasm_bindgen::JsCast as _;

use super::{Explorer, browser};

/// The id of the search field, where `/` leads.
pub(crate) const SEARCH_ID: &str = "search";

/// Starts to listen. Called once, in a browser.
pub fn listen(explorer: Explorer) {
    window_event_listener(ev::click, move |event| follow_link(explorer, &event));
    window_event_listener(ev::keydown, move |event| press(explorer, &event));
    window_event_listener(ev::popstate, move |event: PopStateEvent| {
        explorer.follow_history(&event.state());
    });
    window_event_listener(ev::pagehide, move |_| explorer.leave_page());
}

/// Links to pages of the atlas are opened here; with a modifier key, another target or another
/// origin they are the browser's.
fn follow_link(explorer: Explorer, event: &MouseEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || has_modifier {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    if !link.target().is_empty() || link.has_attribute("download") {
        return;
    }
    let is_taken = match link.get_attribute("data-refine") {
        Some(value) => explorer.refine_by(&value),
        None => explorer.open_url(&link.href()),
    };
    if is_taken {
        event.prevent_default();
    }
}

fn press(explorer: Explorer, event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if event.default_prevented() || event.is_composing() || has_modifier {
        return;
    }
    match event.key().as_str() {
        "/" if !is_typing_place(event) && !browser::has_open_dialog() => {
            event.prevent_default();
            focus_search();
        }
        // A dialog closes by itself.
        "Escape" if !browser::has_open_dialog() && is_search(event) => {
            event.prevent_default();
            explorer.clear_text();
        }
        _ => {}
    }
}

fn focus_search() {
    let Some(field) = browser::element(SEARCH_ID) else { return };
    browser::focus(&field);
    if let Some(field) = field.dyn_ref::<leptos::web_sys::HtmlInputElement>() {
        field.select();
    }
}

fn target_of(event: &KeyboardEvent) -> Option<HtmlElement> {
    // Inside a shadow tree the first element of the path is the true one.
    let first = event.composed_path().get(0);
    first.dyn_into().ok()
}

fn is_search(event: &KeyboardEvent) -> bool {
    target_of(event).is_some_and(|target| target.id() == SEARCH_ID)
}

fn is_typing_place(event: &KeyboardEvent) -> bool {
    let Some(target) = target_of(event) else { return false };
    let is_field = ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str());
    // In a checkbox nothing is typed.
    let is_box = target.get_attribute("type").is_some_and(|kind| kind == "checkbox");
    (is_field && !is_box) || target.is_content_editable()
}
