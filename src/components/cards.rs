use leptos::prelude::*;

use super::live;
use crate::{
    markup::{Markup, nothing_found},
    state::{CARDS_ID, Explorer},
};

/// The organizations with their matching projects, or what to do when there is none.
#[component]
pub fn Cards() -> impl IntoView {
    let explorer = Explorer::expect();
    let html: Box<dyn Fn() -> String + Send> = Box::new(move || explorer.first_cards());
    view! {
        <div class="cards" id=CARDS_ID inner_html=html></div>
        {live("live", move || ways_out(explorer))}
    }
    .into_any()
}

fn ways_out(explorer: Explorer) -> Markup {
    if !explorer.results().with(|results| results.is_empty()) {
        return Markup::default();
    }
    let query = explorer.query().get();
    let ways = explorer.atlas().index.relaxations(&query);
    explorer.with_site(|site| nothing_found(site, &query, &ways))
}
