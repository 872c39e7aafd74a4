//! What is asked of the browser. Every call may fail (a frame without rights, an old browser), and
//! then the page goes on without: each function says what that means.

use leptos::web_sys::{self, Document, Element, HtmlElement, Location, Window, js_sys};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The window, which there is in every page.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document of the page.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// The path below which the atlas lives, with a slash at both ends; `/` if that is not known.
pub(super) fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let path = base.as_deref().and_then(path_of_url);
    path.and_then(|path| Some(path[..=path.rfind('/')?].to_owned()))
        .unwrap_or_else(|| "/".to_owned())
}

fn path_of_url(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let path = &rest[rest.find('/')?..];
    path.split(['?', '#']).next()
}

/// The address of this page below a base: path and query, without a leading slash.
pub(super) fn address_below(base: &str) -> String {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let search = location().and_then(|location| location.search().ok()).unwrap_or_default();
    format!("{}{search}", path.strip_prefix(base).unwrap_or_default())
}

/// Scheme, host and port of this page, as the start of absolute addresses.
pub(super) fn origin() -> String {
    let Some(location) = location() else { return String::new() };
    let protocol = location.protocol().unwrap_or_default();
    let host = location.host().unwrap_or_default();
    format!("{protocol}//{host}")
}

/// Whether this page is shown inside another one.
pub(super) fn is_framed() -> bool {
    let Some(window) = window() else { return false };
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// Names the page.
pub(super) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// How far the page is scrolled down, in whole CSS pixels.
pub(super) fn scroll_y() -> i32 {
    let y_px = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let whole = y_px.round() as i32;
    whole
}

/// Scrolls the page to a distance from its top, in CSS pixels.
pub(super) fn scroll_to(y_px: i32) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(y_px));
    }
}

/// The element of an id.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls an element into view and moves the focus there.
pub(super) fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        focus(&element);
    }
}

/// Moves the focus, without scrolling twice.
pub(super) fn focus(element: &HtmlElement) {
    // An element that cannot have the focus stays without it.
    let _ = element.focus();
}

/// The element that has the focus, unless that is the page as a whole.
pub(super) fn focused() -> Option<Element> {
    let document = document()?;
    let body = document.body().map(Element::from);
    document.active_element().filter(|element| Some(element) != body.as_ref())
}

/// Whether a dialog is open on top of the page.
pub(super) fn has_open_dialog() -> bool {
    document()
        .is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}

/// Stores a value for the next visit, or takes it away; where that is not allowed, nothing is kept.
pub(super) fn store(key: &str, value: Option<&str>) {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

/// A whole number that survives a reload of this tab; `None` also where that is not allowed.
pub(super) fn session_number(key: &str) -> Option<i32> {
    window()?.session_storage().ok()??.get_item(key).ok()??.parse().ok()
}

/// Keeps a whole number for a reload of this tab.
pub(super) fn set_session_number(key: &str, number: i32) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) {
        let _ = storage.set_item(key, &number.to_string());
    }
}

/// Copies a text to the clipboard. False where that is not allowed; the reader then has to copy
/// what is selected.
pub async fn copy_text(text: String) -> bool {
    let Some(window) = window() else { return false };
    // Pages that are not secure have no clipboard, which the types do not say.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(&text)).await.is_ok()
}

/// Selects the whole text of a field, ready to be copied by hand.
pub fn select_all(field: &web_sys::HtmlTextAreaElement) {
    field.select();
}

/// Opens a dialog above the page; it takes the focus and gives it back when it closes.
pub fn open_modal(dialog: &web_sys::HtmlDialogElement) {
    // A dialog that is open already stays open.
    let _ = dialog.show_modal();
}
