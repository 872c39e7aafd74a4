use leptos::prelude::*;

use crate::{
    components::{Cards, FacetPanel, Notices, RefineSheet, Sentence, Tools},
    state::{Explorer, Stage},
};

/// The list that a query asks for, with the facets beside it.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let side = (Explorer::expect().stage() != Stage::Frame).then(|| {
        view! {
            <aside class="side" aria-label="Refine">
                <FacetPanel />
            </aside>
        }
    });
    view! {
        <div class="page">
            {side}
            <main class="main">
                <Notices />
                <Sentence />
                <Tools>
                    <RefineSheet />
                </Tools>
                <Cards />
            </main>
        </div>
    }
    .into_any()
}
