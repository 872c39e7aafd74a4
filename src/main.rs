//! Entry point in the browser.

use leptos::{mount::mount_to, prelude::*, web_sys::HtmlElement};
use rustscape::app::{App, ROOT_ID};
use wasm_bindgen::JsCast as _;

fn main() {
    // Release builds leave panic messages out, because only developers read them.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let root = document().get_element_by_id(ROOT_ID);
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    mount_to(root, App).forget();
}
