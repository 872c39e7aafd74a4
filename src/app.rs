//! The application in a browser: loads a dataset and shows it, in the published page or a new one.

use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation};

use crate::{
    chunks,
    components::{FileField, LoadAlerts},
    pages::{mount, take_over},
    state::{
        DatasetLoader, Explorer, LazyViews, LoadedDataset, Presentation, Startup, TROUBLE_ID,
        browser, listen,
    },
};

/// Id of the element that the application is mounted into.
pub const ROOT_ID: &str = "app";

/// The whole application in a browser. A published page stays in place while its dataset loads, and
/// is then taken over; otherwise the page is rendered and mounted. The component itself renders
/// nothing: its views replace parts of the page.
#[component]
#[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
pub fn App() -> impl IntoView {
    let loader = DatasetLoader::start(chunks::LOADERS);
    provide_context(loader);
    listen(loader);
    if loader.has_page() {
        mount(TROUBLE_ID, || view! { <LoadAlerts/> }.into_any());
        mount("open-file", || view! { <FileField/> }.into_any());
    }
    let is_blank = Memo::new(move |_| loader.is_blank());
    Effect::new(move |_| {
        if is_blank.get() {
            with_lazy_views(|views| mount(ROOT_ID, views.unloaded));
        }
    });
    Effect::new(move |_| {
        if let Some(dataset) = loader.loaded() {
            show(loader, dataset);
        }
    });
}

/// Shows a dataset until the current owner is cleaned up.
fn show(loader: DatasetLoader, dataset: LoadedDataset) {
    let (explorer, startup) = loader.explore(dataset);
    provide_context(explorer);
    let is_page = explorer.presentation() == Presentation::Page;
    match startup {
        Startup::TakeOver if is_page => spawn_local_scoped_with_cancellation(async move {
            take_over(explorer).await;
            start(loader, explorer);
        }),
        Startup::TakeOver => with_lazy_views(move |views| {
            (views.take_over_embed)();
            start(loader, explorer);
        }),
        Startup::Mount => with_lazy_views(move |views| {
            mount(ROOT_ID, views.shell);
            start(loader, explorer);
        }),
    }
}

fn start(loader: DatasetLoader, explorer: Explorer) {
    loader.set_explorer(explorer);
    untrack(|| explorer.start());
    // `boot.js`, styles and tests wait for this attribute.
    browser::set_root_attribute("data-ready", Some(""));
}

/// Calls `show` with the views of a chunk, unless the current owner is cleaned up before it loads.
///
/// The dataset loader has loaded the chunk already, except for a page without a dataset. If it does
/// not load then, `boot.js` shows an error.
fn with_lazy_views(show: impl FnOnce(LazyViews) + 'static) {
    spawn_local_scoped_with_cancellation(async move {
        match (chunks::LOADERS.lazy_views)().await {
            Ok(views) => show(views),
            Err(_) => browser::report_missing_part(),
        }
    });
}
