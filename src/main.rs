//! The browser's entry point.

use leptos::{mount::mount_to, prelude::*, web_sys::HtmlElement};
use rustscape::app::App;
use wasm_bindgen::JsCast as _;

/// The element of the page that the application takes over.
const ROOT_ID: &str = "app";

fn main() {
    console_error_panic_hook::set_once();
    let root = document().get_element_by_id(ROOT_ID);
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    root.set_inner_html("");
    mount_to(root, App).forget();
}
