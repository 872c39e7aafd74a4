use maud::{PreEscaped, html};

use super::Places;
use crate::{
    markup::{Markup, nothing_found},
    state::{CARDS_ID, Explorer},
};

/// The organizations with their matching projects, or what to do when there is none.
pub fn cards(explorer: Explorer, places: &mut Places) -> Markup {
    html! {
        (places.add(CARDS_ID, move || PreEscaped(explorer.first_cards())))
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
