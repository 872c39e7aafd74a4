//! The application in a browser: loads a dataset, and shows it in a page of its own or in the
//! published one.

use leptos::prelude::*;

use crate::{
    components::{LoadAlerts, Unloaded, child},
    pages::{Shell, mount, take_over},
    state::{
        DatasetLoader, LoadedDataset, Startup, TROUBLE_ID, listen, set_html, set_root_attribute,
    },
};

/// The element of the page that the application is mounted into.
pub const ROOT_ID: &str = "app";

/// The whole application in a browser. A published page stays while its dataset is loaded, and is
/// then taken over; anything else is made anew.
#[component]
pub fn App() -> impl IntoView {
    let loader = DatasetLoader::of_page();
    provide_context(loader);
    listen(loader);
    if loader.has_page() {
        mount(TROUBLE_ID, || view! { <LoadAlerts/> }.into_any());
    } else {
        set_html(ROOT_ID, "");
    }
    #[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
    Effect::new(move |_| {
        if let Some(dataset) = loader.loaded() {
            show(loader, dataset);
        }
    });
    let is_blank = Memo::new(move |_| loader.is_blank());
    child(move || is_blank.get().then(|| view! { <Unloaded/> }))
}

/// Shows a dataset, and follows its explorer as long as the current owner lives.
fn show(loader: DatasetLoader, dataset: LoadedDataset) {
    let (explorer, startup) = loader.explore(dataset);
    untrack(|| {
        match startup {
            Startup::TakeOver => take_over(explorer),
            Startup::Mount => mount(ROOT_ID, move || view! { <Shell explorer/> }.into_any()),
        }
        explorer.begin();
    });
    // Whoever waits for the page to follow can see that it does: `boot.js`, styles and tests.
    set_root_attribute("data-ready", Some(""));
}
