use leptos::prelude::*;

use super::{alerts::FileAlert, child, file_field::FileField};
use crate::{
    dataset::LoadError,
    markup,
    state::{DatasetLoader, LoadState, TROUBLE_ID, own_path},
    wording::load_failure,
};

/// A page without a dataset: the start of the bar, and how the load goes on below it.
#[component]
pub(crate) fn LoadingPage() -> impl IntoView {
    let loader = expect_context::<DatasetLoader>();
    let brand = markup::brand_placeholder().into_string();
    let content = child(move || match loader.state() {
        LoadState::Loading { n_bytes, n_total } => {
            // Laid out as the page will be, so that nothing moves. The same stands in `index.html`.
            let sketch = markup::loading(n_bytes, n_total).into_string();
            view! { <div class="live" inner_html=sketch></div> }.into_any()
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

/// A failed load: the reason, what is kept, and ways on.
#[component]
fn Failure(error: LoadError) -> impl IntoView {
    let loader = expect_context::<DatasetLoader>();
    let (title, reason) = load_failure(&error);
    let own = own_path().map(|own| {
        view! { <a class="btn" href=own target="_self">"See this site’s own dataset"</a> }
            .into_any()
    });
    view! {
        <main class="board">
            <section class="empty bad" role="alert">
                <h1>{title}</h1>
                <p lang="en" dir="ltr">{reason}</p>
                <p lang="en" dir="ltr">
                    "What you had chosen is kept in the address of this page."
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
