//! Asynchronous tasks.

use std::pin::Pin;

use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::document::window;

/// Runs a future in the background. Boxed, because each type of future would add a copy of the
/// executor's code.
pub(crate) fn spawn(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    spawn_local(future);
}

/// Ends the current task, so that the browser can handle input and paint before the code goes on.
pub(crate) async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}
