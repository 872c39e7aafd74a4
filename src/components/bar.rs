use maud::html;

use super::Places;
use crate::{
    markup::{Markup, bar_acts, brand, pages, search_field, skip_link},
    state::{Explorer, SEARCH_ID},
};

/// The bar on top of every page: where one is, the search, the theme, and sharing.
pub fn bar(explorer: Explorer, places: &mut Places) -> Markup {
    let skip = move || {
        let route = explorer.route();
        explorer.with_site(|site| skip_link(site, &route, explorer.heading_id()))
    };
    let acts = move || bar_acts(explorer.with_scene(|scene| scene.theme));
    let query = explorer.query();
    html! {
        (places.add("skip", skip))
        header.bar {
            (explorer.with_site(brand))
            (explorer.with_site(|site| search_field(site, SEARCH_ID, query.text())))
            nav.pages lang="en" aria-label="Pages" { (explorer.with_site(pages)) }
            (places.add("bar-acts", acts))
        }
    }
}
