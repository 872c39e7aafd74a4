//! Page without a dataset.

use leptos::prelude::*;

use super::{alerts::FileAlert, child, file_field::FileField};
use crate::{
    dataset::LoadError,
    markup,
    state::{DatasetLoader, LoadState, TROUBLE_ID, own_path},
    wording::load_failure,
};

/// Page without a dataset: the start of the bar, and the progress or failure of the load.
#[component]
pub(crate) fn LoadingPage() -> impl IntoView {
    let loader = expect_context::<DatasetLoader>();
    let brand = markup::brand_placeholder().into_string();
    let content = child(move || match loader.state() {
        LoadState::Loading { n_bytes, n_total } => {
            // The skeleton has the layout of the page, so that nothing moves. `index.html` has a copy.
            let skeleton = markup::loading(n_bytes, n_total).into_string();
            view! { <div class="live" inner_html=skeleton></div> }.into_any()
        }
        LoadState::Failed(error) => view! { <Failure error/> }.into_any(),
    });
    view! {
        <div class="shell">
            <header class="bar" inner_html=brand></header>
            <div class="live" id=TROUBLE_ID><FileAlert/></div>
            {content}
        </div>
    }
}

/// Message about a failed load, with the reason and buttons to recover.
#[component]
fn Failure(error: LoadError) -> impl IntoView {
    let loader = expect_context::<DatasetLoader>();
    let (title, reason) = load_failure(&error);
    let own = own_path().map(|own| {
        view! { <a class="btn" href=own target="_self">"Show this site’s own dataset"</a> }
            .into_any()
    });
    view! {
        <main class="board">
            <section class="empty bad" role="alert">
                <h1>{title}</h1>
                <p lang="en" dir="ltr">{reason}</p>
                <p lang="en" dir="ltr">
                    "The address of this page keeps your filters."
                </p>
                <p class="ways">
                    <button class="btn primary" id="retry" type="button"
                        on:click=move |_| loader.load()>"Try again"</button>
                    {own}
                    <FileField/>
                </p>
            </section>
        </main>
    }
}
