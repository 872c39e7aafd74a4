//! The window, the document and its root element.

use leptos::web_sys::{self, Document, HtmlElement, Window};
use wasm_bindgen::JsCast as _;

/// Returns the window of the page.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// Returns the document of the page.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the content of the `<meta>` element named `name`.
pub(crate) fn meta(name: &str) -> Option<String> {
    let meta = format!(r#"meta[name="{name}"]"#);
    document()?.query_selector(&meta).ok()??.get_attribute("content")
}

/// Sets the title of the page.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language and the text direction of the page.
pub(crate) fn set_language(lang: &str, dir: Option<&str>) {
    set_root_attribute("lang", Some(lang));
    set_root_attribute("dir", dir);
}

/// Derives the accent color of the page from `color`; `None` restores the default.
pub(crate) fn set_accent(color: Option<&str>) {
    let root = document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    set_root_attribute("data-brand", color.map(|_| ""));
    if let Some(color) = color {
        let _ = root.style().set_property("--brand", color);
    }
}

/// Returns an attribute of the root element.
pub(crate) fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Sets an attribute of the root element; `None` removes it.
pub(crate) fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Tells `boot.js` that a part of the application failed to load.
pub(crate) fn report_missing_part() {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new("rustscape:incomplete")) {
        let _ = window.dispatch_event(&event);
    }
}
