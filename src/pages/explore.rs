use leptos::prelude::*;

use crate::{
    components::{Card, FacetPanel, NothingFound, Notices, RefineSheet, Sentence, Tools},
    search::Group,
    state::{Explorer, Stage},
};

/// The list that a query asks for, with the facets beside it.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let explorer = Explorer::expect();
    let side = (explorer.stage() != Stage::Frame).then(|| {
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

/// The organizations, or what to do when there is none.
#[component]
fn Cards() -> impl IntoView {
    let explorer = Explorer::expect();
    let results = explorer.results();
    let is_empty = Memo::new(move |_| results.with(|results| results.is_empty()));
    let text = move || explorer.query().with(|query| query.text().to_owned());
    let card = move |group: Group| {
        let highlighter = results.with_untracked(|results| results.highlighter.clone());
        view! { <Card group highlighter /> }
    };
    // A card is made anew when what it shows changes: its projects, or what is marked in them.
    let key = move |group: &Group| {
        (group.org, group.projects.clone(), untrack(text))
    };
    view! {
        <div class="cards">
            <For each=move || explorer.mounted_groups() key=key children=card />
        </div>
        <Show when=move || is_empty.get()>
            <NothingFound />
        </Show>
    }
    .into_any()
}
