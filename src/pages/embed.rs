use leptos::prelude::*;

use crate::{
    components::{EmbedNotices, EmbedTools, NothingFound, SearchField, Sentence, WayBack, text},
    markup,
    state::{Explorer, HEADING_ID},
};

/// The id of the element that holds the rows.
pub(super) const ROWS_ID: &str = "rows";

/// The list that a query asks for, in a frame of another page: a sentence and rows. Styles decide
/// which parts of it are shown.
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
                <div class="live" id="way-back"><WayBack/></div>
                <div class="live" id=ROWS_ID inner_html=text(move || rows(explorer))></div>
                <div class="live" id="ways-out"><NothingFound/></div>
            </main>
        </div>
    }
}

/// Returns the rows of a frame, as HTML.
pub(super) fn rows(explorer: Explorer) -> String {
    let (results, look) = (explorer.results(), explorer.look());
    explorer.with_site(|site| markup::slice(site, &results, look).into_string())
}
