use leptos::prelude::*;

use crate::{
    components::{Cards, FacetPanel, live},
    markup::{Markup, notices, problems, sentence, tools},
    state::{Explorer, HEADING_ID, Stage},
};

/// The list that a query asks for, with the facets beside it.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let explorer = Explorer::expect();
    let side = (explorer.stage() != Stage::Frame).then(|| {
        view! {
            <aside class="side" aria-label="Refine">
                <FacetPanel place="side" />
            </aside>
        }
    });
    view! {
        <div class="page">
            {side}
            <main class="main">
                <div role="status">{live("notices", move || told(explorer))}</div>
                {live("live", move || problems(&explorer.atlas().problems))}
                {live("live", move || heading(explorer))}
                {live("live", move || controls(explorer))}
                <Cards />
            </main>
        </div>
    }
    .into_any()
}

fn told(explorer: Explorer) -> Markup {
    let query = explorer.query().get();
    explorer.notices().with(|told| explorer.with_site(|site| notices(site, &query, told)))
}

fn heading(explorer: Explorer) -> Markup {
    let query = explorer.query().get();
    explorer.sentence().with(|pieces| {
        explorer.with_site(|site| sentence(site, &query, pieces, HEADING_ID))
    })
}

fn controls(explorer: Explorer) -> Markup {
    let results = explorer.results().get();
    explorer.query().with(|query| explorer.with_site(|site| tools(site, query, &results)))
}
