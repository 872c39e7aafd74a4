//! The application in a browser: loads a dataset, and shows it in a page of its own or in the
//! published one.

use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation};

use crate::{
    chunks,
    components::{FileField, LoadAlerts},
    pages::{mount, take_over},
    state::{
        DatasetLoader, Explorer, LoadedDataset, Presentation, RareViews, Startup, TROUBLE_ID,
        listen, report_missing_part, set_root_attribute,
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
        mount("open-file", || view! { <FileField/> }.into_any());
    }
    let is_blank = Memo::new(move |_| loader.is_blank());
    Effect::new(move |_| {
        if is_blank.get() {
            with_rare_views(|views| mount(ROOT_ID, views.unloaded));
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
    let is_page = explorer.presentation() == Presentation::Page;
    match startup {
        Startup::TakeOver if is_page => spawn_local_scoped_with_cancellation(async move {
            take_over(explorer).await;
            begin(loader, explorer);
        }),
        Startup::TakeOver => with_rare_views(move |views| {
            (views.take_over_embed)(explorer);
            begin(loader, explorer);
        }),
        Startup::Mount => with_rare_views(move |views| {
            mount(ROOT_ID, || (views.shell)(explorer));
            begin(loader, explorer);
        }),
    }
}

fn begin(loader: DatasetLoader, explorer: Explorer) {
    loader.follow(explorer);
    untrack(|| explorer.begin());
    // Whoever waits for the page to follow can see that it does: `boot.js`, styles and tests.
    set_root_attribute("data-ready", Some(""));
}

/// Uses a rare view, unless the current owner is cleaned up before. The loader of datasets has loaded
/// their chunk, but for a page without a dataset; where it does not load for that, `boot.js` says so.
fn with_rare_views(show: impl FnOnce(RareViews) + 'static) {
    spawn_local_scoped_with_cancellation(async move {
        match chunks::rare_views().await {
            Ok(views) => show(views),
            Err(_) => report_missing_part(),
        }
    });
}
