//! Elements of the page, found by their ids.

use js_sys::Reflect;
use leptos::web_sys::{DocumentFragment, Element, HtmlDialogElement, HtmlTemplateElement};
use wasm_bindgen::{JsCast as _, JsValue};

use super::document::document;

/// Returns the element with an id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Returns the content of an element as HTML; empty if the element does not exist.
pub(crate) fn inner_html(id: &str) -> String {
    element(id).map(|element| element.inner_html()).unwrap_or_default()
}

/// Returns the content of the element with an id in the source text of another page.
pub(crate) fn extract_html(page: &str, id: &str) -> Option<String> {
    let element = parse_html(page)?.query_selector(&format!("#{id}")).ok()??;
    Some(element.inner_html())
}

/// Parses HTML without running its scripts or loading its images.
fn parse_html(html: &str) -> Option<DocumentFragment> {
    let template = document()?.create_element("template").ok()?;
    template.set_inner_html(html);
    Some(template.dyn_into::<HtmlTemplateElement>().ok()?.content())
}

/// Appends escaped markup to an element.
pub(crate) fn append_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        let _ = element.insert_adjacent_html("beforeend", html);
    }
}

/// Replaces the content of an element with escaped markup.
pub(crate) fn set_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// Replaces the content of an element with text.
pub(crate) fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
    }
}

/// Hides or shows an element.
pub(crate) fn set_hidden(id: &str, is_hidden: bool) {
    let Some(element) = element(id) else { return };
    let _ = if is_hidden {
        element.set_attribute("hidden", "")
    } else {
        element.remove_attribute("hidden")
    };
}

/// Returns the value of a form field; empty if the field does not exist.
pub(crate) fn value(id: &str) -> String {
    element(id).and_then(|field| field_value(&field)).unwrap_or_default()
}

/// Sets the value of a form field. Leaves an equal value alone, because setting it moves the cursor.
pub(crate) fn set_value(id: &str, text: &str) {
    let Some(field) = element(id) else { return };
    if field_value(&field).is_some_and(|value| value != text) {
        let _ = Reflect::set(&field, &"value".into(), &text.into());
    }
}

fn field_value(field: &Element) -> Option<String> {
    Reflect::get(field, &JsValue::from_str("value")).ok()?.as_string()
}

/// Returns whether a dialog is open.
pub(crate) fn has_open_dialog() -> bool {
    document()
        .is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}

/// Opens a modal dialog. The browser moves the focus into it, and back when the dialog closes.
pub(crate) fn open_modal(id: &str) {
    if let Some(dialog) = dialog(id) {
        // A dialog that is open already stays open.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub(crate) fn close_modal(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}
