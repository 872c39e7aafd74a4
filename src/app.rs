//! Puts it together: loads the dataset, makes the page, follows what happens in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::Places,
    markup::{failure, loading},
    pages::shell,
    state::{Atlas, Explorer, Opened, Opener, Opening, listen, own_path},
    wording::load_failure,
};

/// The whole application in a browser.
#[component]
pub fn App() -> impl IntoView {
    let opener = Opener::of_page();
    listen(opener);
    let page = move || match opener.opening() {
        Opening::Going { n_bytes, n_total } => loading(n_bytes, n_total).into_string(),
        Opening::Failed(error) => {
            let (title, reason) = load_failure(&error);
            failure(title, &reason, own_path().as_deref()).into_string()
        }
        Opening::Done(dataset) => shown(opener, dataset),
    };
    view! { <div class="shell" inner_html=page></div> }
}

/// The page over a dataset that has been opened.
fn shown(opener: Opener, dataset: Opened) -> String {
    let explorer = opener.explore(dataset);
    let mut places = Places::default();
    let page = untrack(|| shell(explorer, &mut places));
    // The page has to be there before it is followed.
    let owner = Owner::current().unwrap_or_default();
    queue_microtask(move || {
        owner.with(|| places.follow());
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
