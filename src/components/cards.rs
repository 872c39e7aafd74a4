use maud::{PreEscaped, html};

use super::Places;
use crate::{
    markup::{Markup, nothing_found},
    state::{Explorer, FIRST_CARDS_ID, MORE_CARDS_ID},
};

/// The organizations with their matching projects, or what to do when there is none.
pub fn cards(explorer: Explorer, places: &mut Places) -> Markup {
    html! {
        div #cards {
            (places.add(FIRST_CARDS_ID, move || PreEscaped(explorer.first_cards())))
            div.live id=(MORE_CARDS_ID) {}
        }
        (places.add("ways-out", move || ways_out(explorer)))
    }
}

fn ways_out(explorer: Explorer) -> Markup {
    if !explorer.results().is_empty() {
        return Markup::default();
    }
    let query = explorer.query();
    let ways = explorer.atlas().index.relaxations(&query);
    explorer.with_site(|site| nothing_found(site, &query, &ways))
}
