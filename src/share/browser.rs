//! Calls to the browser. Every call may fail, and then the dialog goes on without.

use js_sys::{Function, Object, Reflect};
use leptos::web_sys::{HtmlIFrameElement, HtmlTextAreaElement, MessageEvent};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use crate::state::{element, window};

/// The most height that a frame gets, in CSS pixels: twice what the most rows need.
const HEIGHT_MAX_PX: f64 = 5_000.0;

/// The type of the messages in which frames tell their height.
const HEIGHT_MESSAGE: &str = "rustscape:height";

/// Moves the focus to a field of more than one line and selects its text.
pub(super) fn select(id: &str) {
    let field = element(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
}

/// Copies a text to the clipboard. False where that is not allowed.
pub(super) async fn copy_text(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let navigator = window.navigator();
    // Pages that are not secure have no clipboard, which the types do not say.
    if property(&navigator, "clipboard").is_undefined() {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Returns whether the device has a way of its own to send a link.
pub(super) fn can_send() -> bool {
    window().is_some_and(|window| property(&window.navigator(), "share").is_function())
}

/// Sends a link the way of the device. The rest is between it and the reader.
pub(super) fn send_link(title: &str, url: &str) {
    let Some(window) = window() else { return };
    let link = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&link, &key.into(), &value.into());
    }
    let navigator = window.navigator();
    if let Some(share) = property(&navigator, "share").dyn_ref::<Function>()
        && let Ok(sent) = share.call1(&navigator, &link)
    {
        // One that the reader calls off is refused, which nobody has to hear of.
        let ignore = Closure::<dyn FnMut(JsValue)>::new(|_| {});
        let _ = sent.unchecked_ref::<js_sys::Promise>().catch(&ignore);
        ignore.forget();
    }
}

/// Gives the frame of an id the height that it tells in a message. Returns the height in CSS pixels;
/// `None` for any other message.
pub(super) fn take_height(message: &MessageEvent, frame_id: &str) -> Option<u32> {
    let frame = element(frame_id)?.dyn_into::<HtmlIFrameElement>().ok()?;
    let told = message.data();
    if property(&told, "type").as_string()? != HEIGHT_MESSAGE
        || property(message, "source") != JsValue::from(frame.content_window()?)
    {
        return None;
    }
    let height_px = property(&told, "height").as_f64()?.clamp(1.0, HEIGHT_MAX_PX).ceil();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in between")]
    let height_px = height_px as u32;
    // As a whole number: formatting floats takes more than a tenth of the chunk.
    let _ = frame.style().set_property("height", &[&height_px.to_string(), "px"].concat());
    Some(height_px)
}

/// A property of a value of the page; undefined where there is none.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}
