//! Puts it together: loads the dataset, makes the page, follows what happens in it.

use std::sync::Arc;

use leptos::{ev::MouseEvent, prelude::*, task::spawn_local_scoped, web_sys::Element};
use wasm_bindgen::JsCast as _;

use crate::{
    components::Places,
    markup::{failure, loading},
    pages::shell,
    state::{Atlas, Explorer, Loading, listen, load},
    wording::load_failure,
};

/// The id of the button that loads the dataset once more.
const RETRY_ID: &str = "retry";

/// The whole application in a browser.
#[component]
pub fn App() -> impl IntoView {
    let progress = RwSignal::new(Loading::Going { n_bytes: 0, n_total: None });
    let start = move || {
        progress.set(Loading::Going { n_bytes: 0, n_total: None });
        spawn_local_scoped(async move {
            let result = load(move |going| progress.set(going)).await;
            progress.set(result.map_or_else(Loading::Failed, Loading::Done));
        });
    };
    start();
    let retry = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.id() == RETRY_ID) {
            start();
        }
    };
    let page = move || match progress.get() {
        Loading::Going { n_bytes, n_total } => loading(n_bytes, n_total).into_string(),
        Loading::Failed(error) => {
            let (title, reason) = load_failure(&error);
            failure(title, &reason, RETRY_ID).into_string()
        }
        Loading::Done(atlas) => opened(atlas),
    };
    view! { <div class="shell" inner_html=page on:click=retry></div> }
}

/// The page over a dataset that has arrived.
fn opened(atlas: Arc<Atlas>) -> String {
    let explorer = Explorer::of_page(atlas);
    let mut places = Places::default();
    let page = untrack(|| shell(explorer, &mut places));
    // The page has to be there before it is followed.
    let owner = Owner::current().unwrap_or_default();
    queue_microtask(move || {
        owner.with(|| places.follow());
        listen(explorer);
        explorer.begin();
    });
    page.into_string()
}

/// Renders the page of an address to HTML, without a browser. `base` is the path below which the
/// atlas lives, with a slash at both ends.
pub fn render(atlas: Arc<Atlas>, base: &str, address: &str) -> String {
    Owner::new().with(|| {
        let explorer = Explorer::of_address(atlas, base, address);
        shell(explorer, &mut Places::default()).into_string()
    })
}
