//! The application in a browser: loads a dataset and shows it, in the published page or a new one.

use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation};

use crate::{
    chunks,
    components::{FileField, LoadAlerts},
    pages::{mount, take_over},
    state::{
        DatasetLoader, Explorer, LazyViews, Presentation, Startup, TROUBLE_ID, browser, listen,
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
            spawn_local_scoped_with_cancellation(async {
                if let Some(views) = lazy_views().await {
                    mount(ROOT_ID, views.unloaded);
                }
            });
        }
    });
    Effect::new(move |_| {
        if let Some(dataset) = loader.loaded() {
            let (explorer, startup) = loader.explore(dataset);
            provide_context(explorer);
            // Ends with the effect: another dataset may load first.
            spawn_local_scoped_with_cancellation(show(loader, explorer, startup));
        }
    });
}

/// Shows the dataset of an explorer, which the context provides.
async fn show(loader: DatasetLoader, explorer: Explorer, startup: Startup) {
    if startup == Startup::TakeOver && explorer.presentation() == Presentation::Page {
        take_over(explorer).await;
    } else {
        let Some(views) = lazy_views().await else { return };
        match startup {
            Startup::TakeOver => (views.take_over_embed)(),
            Startup::Mount => mount(ROOT_ID, views.shell),
        }
    }
    loader.set_explorer(explorer);
    untrack(|| explorer.start());
    // `boot.js`, styles and tests wait for this attribute.
    browser::set_root_attribute("data-ready", Some(""));
}

/// Returns the views of their chunk, or reports that it did not load and returns `None`.
///
/// The dataset loader has loaded the chunk already, except for a page without a dataset.
async fn lazy_views() -> Option<LazyViews> {
    let views = (chunks::LOADERS.lazy_views)().await.ok();
    if views.is_none() {
        browser::report_missing_part();
    }
    views
}
