//! Puts it together: loads the dataset, provides the state, matches the route to a page.

use std::sync::Arc;

use leptos::{ev::MouseEvent, prelude::*, task::spawn_local_scoped, web_sys::Element};
use wasm_bindgen::JsCast as _;

use crate::{
    components::{Bar, Modal, live},
    link::Route,
    markup::{Markup, failure, footer, frame_footer, loading},
    pages::{ExplorePage, RecordPage},
    state::{Atlas, Controls, Explorer, Loading, Stage, listen, load},
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
    move || match progress.get() {
        Loading::Done(atlas) => opened(atlas),
        Loading::Going { n_bytes, n_total } => waiting(loading(n_bytes, n_total), start),
        Loading::Failed(error) => {
            let (title, reason) = load_failure(&error);
            waiting(failure(title, &reason, RETRY_ID), start)
        }
    }
}

/// The page before there is a dataset.
fn waiting(html: Markup, start: impl Fn() + 'static) -> AnyView {
    let retry = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.id() == RETRY_ID) {
            start();
        }
    };
    view! { <div class="shell" inner_html=html.into_string() on:click=retry></div> }.into_any()
}

/// The pages over a dataset that has arrived.
fn opened(atlas: Arc<Atlas>) -> AnyView {
    let explorer = Explorer::of_page(atlas);
    let controls = Controls::of_page();
    listen(explorer, controls);
    provide_context(explorer);
    provide_context(controls);
    view! { <Shell /> }.into_any()
}

/// Renders the page of an address to HTML, without a browser. `base` is the path below which the
/// atlas lives, with a slash at both ends.
pub fn render(atlas: Arc<Atlas>, base: &str, address: &str) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Explorer::of_address(atlas, base, address));
        provide_context(Controls::of_text());
        view! { <Shell /> }.into_any().to_html()
    })
}

/// What surrounds every page.
#[component]
fn Shell() -> impl IntoView {
    let explorer = Explorer::expect();
    let is_frame = explorer.stage() == Stage::Frame;
    let bar = (!is_frame).then(|| view! { <Bar /> });
    let foot = move || match is_frame {
        true => explorer.with_site(|site| frame_footer(site, &explorer.route())),
        false => explorer.with_site(footer),
    };
    view! {
        <div class=if is_frame { "shell frame" } else { "shell" }>
            {bar} <Page /> {live("live", foot)} <Modal />
            <p class="unseen" role="status">
                {move || explorer.announced()}
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
