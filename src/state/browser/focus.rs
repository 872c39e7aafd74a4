//! The keyboard focus.

use leptos::{
    prelude::request_animation_frame,
    web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement},
};
use wasm_bindgen::JsCast as _;

use super::{document::document, element::element};

/// Scrolls an element into view and focuses it.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        focus(id);
    }
}

/// Focuses an element. Does nothing if the element cannot have the focus.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Focuses the first link in a child of an element. `child` counts from 0.
pub(crate) fn focus_link(id: &str, child: usize) {
    let child = element(id)
        .and_then(|element| element.children().item(u32::try_from(child).unwrap_or(u32::MAX)));
    let link = child.and_then(|child| child.query_selector("a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// Focuses an `<input>` and selects its text.
pub(crate) fn select_input(id: &str) {
    focus(id);
    let Some(field) = element(id) else { return };
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// Focuses a `<textarea>` and selects its text.
pub(crate) fn select_textarea(id: &str) {
    let field = element(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
}

/// Returns the id of the focused element.
pub(crate) fn focused_id() -> Option<String> {
    focused().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Returns the id of the focused element if it is inside of `element`.
pub(crate) fn focused_id_within(element: &Element) -> Option<String> {
    let focused = focused().filter(|focused| focused != element)?;
    element.contains(Some(&focused)).then(|| focused.id()).filter(|id| !id.is_empty())
}

/// Returns the focused element, except for the body and for elements of a closed dialog, which lose
/// the focus at the end of the frame.
fn focused() -> Option<Element> {
    const WITHOUT_FOCUS: &str = "body, dialog:not([open]) *";
    let active = document()?.active_element()?;
    (!active.matches(WITHOUT_FOCUS).unwrap_or_default()).then_some(active)
}

/// Restores a lost focus in the next frame: to the element with `id`, which may have been replaced,
/// or to `fallback_id` if it no longer exists.
pub(crate) fn restore_focus(id: Option<String>, fallback_id: &'static str) {
    request_animation_frame(move || {
        if focused().is_none() {
            let id = id.filter(|id| element(id).is_some());
            focus(id.as_deref().unwrap_or(fallback_id));
        }
    });
}
