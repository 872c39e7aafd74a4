//! The application in a browser: loads a dataset, and shows it in a page of its own or in the
//! published one.

use leptos::prelude::*;

use crate::{
    components::{LoadAlerts, Unloaded},
    pages::{Shell, mount, take_over},
    state::{DatasetLoader, LoadedDataset, Startup, TROUBLE_ID, listen, set_root_attribute},
};

/// The element of the page that the application is mounted into.
pub const ROOT_ID: &str = "app";

/// The whole application in a browser. A published page stays while its dataset is loaded, and is
/// then taken over; anything else is mounted anew. Its own view is empty: what it shows has the place
/// of the page that was there before.
#[component]
#[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
pub fn App() -> impl IntoView {
    let loader = DatasetLoader::of_page();
    provide_context(loader);
    listen(loader);
    if loader.has_page() {
        mount(TROUBLE_ID, || view! { <LoadAlerts/> }.into_any());
    }
    let is_blank = Memo::new(move |_| loader.is_blank());
    Effect::new(move |_| {
        if is_blank.get() {
            mount(ROOT_ID, || view! { <Unloaded/> }.into_any());
        }
    });
    Effect::new(move |_| {
        if let Some(dataset) = loader.loaded() {
            show(loader, dataset);
        }
    });
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
