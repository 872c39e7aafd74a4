//! The reader's device: clock, network, files.

use js_sys::{Date as JsDate, Reflect, Uint8Array};
use leptos::web_sys::File;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::document::window;
use crate::dataset::Date;

/// Returns the current day in the reader's time zone.
pub(crate) fn today() -> Option<Date> {
    let now = JsDate::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// Returns whether the browser reports that the device is offline.
pub(crate) fn is_offline() -> bool {
    window().is_some_and(|window| !window.navigator().on_line())
}

/// Reads a local file. Returns `None` if the device denies access.
pub(crate) async fn read_bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Returns a property of a JavaScript value; `undefined` if it does not exist.
pub(super) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}
