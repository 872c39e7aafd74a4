//! Frames: this page in another one, and the preview of a frame in this page.

use js_sys::{Object, Reflect};
use leptos::web_sys::{HtmlIFrameElement, MessageEvent};
use wasm_bindgen::{JsCast as _, JsValue};

use super::{device::property, document::window, element::element};

/// Maximum height of a previewed frame, in CSS pixels: twice the height of the most rows.
const HEIGHT_MAX_PX: f64 = 5_000.0;

/// Type of the messages in which a frame reports its height.
const HEIGHT_MESSAGE: &str = "rustscape:height";

/// Returns whether this page is shown in a frame.
pub(crate) fn is_framed() -> bool {
    let Some(window) = window() else { return false };
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// Posts a message with a type and one value to the parent page. Any origin may read it: the parent
/// page chose the content of its frame.
pub(crate) fn post_to_parent(message_type: &str, key: &str, value: &str) {
    let parent = window().and_then(|window| window.parent().ok().flatten());
    let message = Object::new();
    for (key, value) in [("type", message_type), (key, value)] {
        let _ = Reflect::set(&message, &key.into(), &value.into());
    }
    if let Some(parent) = parent {
        let _ = parent.post_message(&message, "*");
    }
}

/// Sets the height of a frame to the one that it reported in `message`. Returns the height in CSS
/// pixels, or `None` for any other message.
pub(crate) fn apply_height_message(message: &MessageEvent, frame_id: &str) -> Option<u32> {
    let frame = element(frame_id)?.dyn_into::<HtmlIFrameElement>().ok()?;
    let data = message.data();
    if property(&data, "type").as_string()? != HEIGHT_MESSAGE
        || property(message, "source") != JsValue::from(frame.content_window()?)
    {
        return None;
    }
    let height_px = property(&data, "height").as_f64()?.clamp(1.0, HEIGHT_MAX_PX).ceil();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped")]
    let height_px = height_px as u32;
    // An integer, because formatting floats takes more than a tenth of the chunk.
    let _ = frame.style().set_property("height", &[&height_px.to_string(), "px"].concat());
    Some(height_px)
}
