use leptos::prelude::*;

use super::{live, search_field::SearchField};
use crate::{
    markup::{bar_acts, brand, skip_link},
    state::{Controls, Explorer, HEADING_ID},
};

/// The bar on top of every page: where one is, the search, the theme, and sharing.
#[component]
pub fn Bar() -> impl IntoView {
    let explorer = Explorer::expect();
    let controls = Controls::expect();
    let skip = move || {
        let route = explorer.route();
        explorer.with_site(|site| skip_link(site, &route, HEADING_ID))
    };
    view! {
        {live("live", skip)}
        <header class="bar">
            {live("live", move || explorer.with_site(brand))}
            <SearchField />
            {live("live", move || bar_acts(controls.theme()))}
        </header>
    }
    .into_any()
}
