//! Cards of the list.

use leptos::prelude::*;

use super::{NothingFound, text};
use crate::{
    markup,
    search::Query,
    state::{Explorer, FIRST_CARDS_ID, IS_STATIC, MORE_CARDS_ID},
};

/// Cards of organizations with their matching projects, or a message about an empty list. The first
/// cards are set at once; the explorer adds the others in later frames.
#[component]
pub(crate) fn Cards() -> impl IntoView {
    let explorer = Explorer::expect();
    let first = Memo::new(move |_| explorer.first_cards());
    let others = if IS_STATIC { others(explorer) } else { String::new() };
    view! {
        <div id="cards">
            <div class="live" id=FIRST_CARDS_ID inner_html=text(move || first.get())></div>
            <div class="live" id=MORE_CARDS_ID inner_html=others></div>
        </div>
        <div class="live" id="ways-out"><NothingFound/></div>
    }
}

/// Returns links to the projects beyond the first cards, for readers without scripts.
fn others(explorer: Explorer) -> String {
    let is_everything = explorer.with_query(Query::is_empty);
    let groups = explorer.other_groups();
    let names = explorer.with_site(|site| {
        if is_everything { markup::directory_link(site) } else { markup::name_list(site, &groups) }
    });
    names.into_string()
}
