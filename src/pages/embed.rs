//! List page in a frame.

use leptos::prelude::*;

use crate::{
    components::{BackButton, EmbedNotices, EmbedTools, NothingFound, SearchField, Sentence, text},
    markup,
    state::{Explorer, HEADING_ID},
};

/// Id of the element with the rows.
pub(super) const ROWS_ID: &str = "rows";

/// List of a query in a frame: a sentence and rows. Styles hide the parts that the embed options leave
/// out.
#[component]
pub(crate) fn EmbedPage() -> impl IntoView {
    let explorer = Explorer::expect();
    let problems = markup::problems(&explorer.atlas().problems).into_string();
    view! {
        <div class="page">
            <main class="main">
                <div role="status" id="notices"><EmbedNotices/></div>
                <div class="live" inner_html=problems></div>
                <header class="slice-head">
                    <h1 class="sentence" lang="en" dir="ltr" id=HEADING_ID tabindex="-1">
                        <Sentence/>
                    </h1>
                    <div class="live" id="tools"><EmbedTools/></div>
                </header>
                <SearchField/>
                <div class="live" id="way-back"><BackButton/></div>
                <div class="live" id=ROWS_ID inner_html=text(move || rows(explorer))></div>
                <div class="live" id="ways-out"><NothingFound/></div>
            </main>
        </div>
    }
}

/// Returns the HTML of the rows of a frame.
pub(super) fn rows(explorer: Explorer) -> String {
    let (results, options) = (explorer.results(), explorer.embed_options());
    explorer.with_site(|site| markup::embed_rows(site, &results, options).into_string())
}
