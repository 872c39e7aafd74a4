use maud::html;

use crate::{
    components::{Places, cards, facet_panel},
    markup::{Markup, notices, problems, sentence, tools},
    state::{Explorer, HEADING_ID},
};

/// The list that a query asks for, with the facets beside it.
pub(super) fn explore(explorer: Explorer, places: &mut Places) -> Markup {
    html! {
        div.page {
            aside.side aria-label="Refine" { (facet_panel(explorer, "side", None, places)) }
            main.main {
                div role="status" { (places.add("notices", move || told(explorer))) }
                (problems(&explorer.atlas().problems))
                (places.add("sentence", move || heading(explorer)))
                (places.add("tools", move || controls(explorer)))
                (cards(explorer, places))
            }
        }
    }
}

pub(super) fn told(explorer: Explorer) -> Markup {
    let query = explorer.query();
    explorer.with_scene(|scene| explorer.with_site(|site| notices(site, &query, &scene.notices)))
}

pub(super) fn heading(explorer: Explorer) -> Markup {
    let query = explorer.query();
    let pieces = explorer.sentence();
    explorer.with_site(|site| sentence(site, &query, &pieces, HEADING_ID))
}

fn controls(explorer: Explorer) -> Markup {
    let (query, results) = (explorer.query(), explorer.results());
    let cleared = explorer.cleared_query();
    explorer.with_site(|site| tools(site, &query, &results, cleared))
}
