use leptos::prelude::*;

use super::{NothingFound, text};
use crate::{
    markup,
    search::Query,
    state::{Explorer, FIRST_CARDS_ID, IS_STATIC, MORE_CARDS_ID},
};

/// The organizations with their matching projects, or ways out when there is none. The first cards
/// are set at once; the explorer adds the others in later frames.
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

/// The cards that a script would add to the list, by name.
fn others(explorer: Explorer) -> String {
    let is_everything = explorer.with_query(Query::is_empty);
    let groups = explorer.other_groups();
    let names = explorer.with_site(|site| {
        if is_everything { markup::all_names(site) } else { markup::names(site, &groups) }
    });
    names.into_string()
}
