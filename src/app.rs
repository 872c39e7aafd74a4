//! Puts it together: loads the dataset, provides the state, matches the route to a page.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local_scoped};

use crate::{
    components::{Bar, Failure, Footer, FrameFooter, LoadingView},
    link::Route,
    pages::{ExplorePage, RecordPage},
    state::{Atlas, Explorer, Loading, Stage, ThemeSwitch, listen, load},
};

/// The whole application in a browser.
#[component]
pub fn App() -> impl IntoView {
    let loading = RwSignal::new(Loading::Going { n_bytes: 0, n_total: None });
    let start = move || {
        loading.set(Loading::Going { n_bytes: 0, n_total: None });
        spawn_local_scoped(async move {
            let result = load(move |progress| loading.set(progress)).await;
            loading.set(result.map_or_else(Loading::Failed, Loading::Done));
        });
    };
    start();
    let retry = Callback::new(move |()| start());
    move || match loading.get() {
        Loading::Going { n_bytes, n_total } => view! { <LoadingView n_bytes n_total /> }.into_any(),
        Loading::Failed(error) => view! { <Failure error retry /> }.into_any(),
        Loading::Done(atlas) => opened(atlas),
    }
}

/// The pages over a dataset that has arrived.
fn opened(atlas: Arc<Atlas>) -> AnyView {
    let explorer = Explorer::of_page(atlas);
    listen(explorer);
    provide_context(explorer);
    provide_context(ThemeSwitch::as_opened());
    view! { <Shell /> }.into_any()
}

/// Renders the page of an address to HTML, without a browser. `base` is the path below which the
/// atlas lives, with a slash at both ends.
pub fn render(atlas: Arc<Atlas>, base: &str, address: &str) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Explorer::of_address(atlas, base, address));
        provide_context(ThemeSwitch::automatic());
        view! { <Shell /> }.into_any().to_html()
    })
}

/// What surrounds every page.
#[component]
fn Shell() -> impl IntoView {
    let explorer = Explorer::expect();
    let is_frame = explorer.stage() == Stage::Frame;
    let bar = (!is_frame).then(|| view! { <Bar /> });
    let foot = match is_frame {
        true => view! { <FrameFooter /> }.into_any(),
        false => view! { <Footer /> }.into_any(),
    };
    view! {
        <div class=if is_frame { "shell frame" } else { "shell" }>
            {bar} <Page /> {foot}
            <p class="unseen" role="status" aria-live="polite">
                {move || explorer.announced().get()}
            </p>
        </div>
    }
    .into_any()
}

/// The page of the current route. Another query is no other page: the list stays and changes.
#[component]
fn Page() -> impl IntoView {
    let explorer = Explorer::expect();
    let record = Memo::new(move |_| match explorer.route() {
        Route::Explore(_) => None,
        route => Some(route),
    });
    move || match record.get() {
        None => view! { <ExplorePage /> }.into_any(),
        Some(route) => view! { <RecordPage route /> }.into_any(),
    }
}
