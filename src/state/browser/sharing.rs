//! The clipboard and the share sheet of the device.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{device::property, document::window};

/// Copies text to the clipboard. Returns whether the browser allowed it.
pub(crate) async fn copy_text(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let navigator = window.navigator();
    // Insecure pages have no clipboard, although the types of `web_sys` promise one.
    if property(&navigator, "clipboard").is_undefined() {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Returns whether the device has a share sheet.
pub(crate) fn can_share() -> bool {
    window().is_some_and(|window| property(&window.navigator(), "share").is_function())
}

/// Opens the share sheet of the device with a link.
pub(crate) fn share_link(title: &str, url: &str) {
    let Some(window) = window() else { return };
    let link = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&link, &key.into(), &value.into());
    }
    let navigator = window.navigator();
    if let Some(share) = property(&navigator, "share").dyn_ref::<Function>()
        && let Ok(sent) = share.call1(&navigator, &link)
    {
        // The promise is rejected when the reader cancels, which is no error to report.
        let ignore = Closure::<dyn FnMut(JsValue)>::new(|_| {});
        let _ = sent.unchecked_ref::<Promise>().catch(&ignore);
        ignore.forget();
    }
}
