use maud::{PreEscaped, html};

use super::Places;
use crate::{
    markup::{Markup, all_names, names, nothing_found},
    state::{Explorer, FIRST_CARDS_ID, MORE_CARDS_ID, Medium},
};

/// The organizations with their matching projects, or what to do when there is none.
pub fn cards(explorer: Explorer, places: &mut Places) -> Markup {
    html! {
        div #cards {
            (places.add(FIRST_CARDS_ID, move || PreEscaped(explorer.first_cards())))
            div.live id=(MORE_CARDS_ID) {
                @if explorer.medium() == Medium::Text { (others(explorer)) }
            }
        }
        (places.add("ways-out", move || ways_out(explorer)))
    }
}

/// What a script would add to the list, by name.
fn others(explorer: Explorer) -> Markup {
    let is_everything = explorer.query().is_empty();
    let groups = explorer.other_groups();
    explorer.with_site(|site| if is_everything { all_names(site) } else { names(site, &groups) })
}

/// Offers ways out of an empty list. Clearing the author's view of a frame that is itself empty
/// would change nothing, and gives everything.
pub fn ways_out(explorer: Explorer) -> Markup {
    if !explorer.results().is_empty() {
        return Markup::default();
    }
    let query = explorer.query();
    let ways = explorer.atlas().index.relaxations(&query);
    let cleared = Some(explorer.cleared_query()).filter(|cleared| *cleared != query);
    let cleared = cleared.unwrap_or_default();
    explorer.with_site(|site| nothing_found(site, &query, &ways, cleared))
}
