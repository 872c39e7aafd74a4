//! List page.

use leptos::prelude::*;

use crate::{
    components::{Cards, FacetPanel, Notices, Sentence, Tools},
    markup,
    state::{Explorer, HEADING_ID},
};

/// List of a query, with the filters beside it.
#[component]
pub(crate) fn ListPage() -> impl IntoView {
    let explorer = Explorer::expect();
    let problems = markup::problems(&explorer.atlas().problems).into_string();
    view! {
        <div class="page">
            <aside class="side" id="side" aria-label="Filters"><FacetPanel place="side"/></aside>
            <main class="main">
                <div role="status" id="notices"><Notices/></div>
                <div class="live" inner_html=problems></div>
                <h1 class="sentence" lang="en" dir="ltr" id=HEADING_ID tabindex="-1">
                    <Sentence/>
                </h1>
                <div class="live" id="tools"><Tools/></div>
                <Cards/>
            </main>
        </div>
    }
}
