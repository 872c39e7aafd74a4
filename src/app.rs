//! The application in a browser: loads a dataset, and shows it in a page of its own or in the
//! published one.

use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation};

use crate::{
    chunks::{self, ChunkError, NewPages},
    components::LoadAlerts,
    pages::{mount, page_list, take_over},
    state::{
        DatasetLoader, Explorer, LoadedDataset, Presentation, Startup, TROUBLE_ID, listen,
        report_missing_part, set_root_attribute,
    },
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
            make_anew(|pages| mount(ROOT_ID, pages.unloaded));
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
    match startup {
        Startup::TakeOver => spawn_local_scoped_with_cancellation(async move {
            let Ok(list) = list_of(explorer).await else { return report_missing_part() };
            take_over(explorer, list).await;
            begin(loader, explorer);
        }),
        Startup::Mount => make_anew(move |pages| {
            mount(ROOT_ID, || (pages.shell)(explorer));
            begin(loader, explorer);
        }),
    }
}

/// Returns the view of the list that may be shown later. Frames of records, which rarely get one, load
/// it.
async fn list_of(explorer: Explorer) -> Result<fn() -> AnyView, ChunkError> {
    let is_list = untrack(|| explorer.shows_list());
    if is_list || explorer.presentation() == Presentation::Page {
        return Ok(page_list);
    }
    chunks::new_pages().await.map(|pages| pages.embed_list)
}

fn begin(loader: DatasetLoader, explorer: Explorer) {
    loader.follow(explorer);
    untrack(|| explorer.begin());
    // Whoever waits for the page to follow can see that it does: `boot.js`, styles and tests.
    set_root_attribute("data-ready", Some(""));
}

/// Loads the chunk of pages that are made anew, and makes one, unless the current owner is cleaned up
/// before. Where it does not load, `boot.js` says so.
fn make_anew(make: impl FnOnce(NewPages) + 'static) {
    spawn_local_scoped_with_cancellation(async move {
        match chunks::new_pages().await {
            Ok(pages) => make(pages),
            Err(_) => report_missing_part(),
        }
    });
}
