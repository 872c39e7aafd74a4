use leptos::prelude::*;

use super::child;
use crate::{
    search::{Relaxation, SearchResults},
    state::{Explorer, IS_STATIC},
    wording::{grouped, part_label},
};

/// The number of ways out that are offered: the best ones.
const N_WAYS: usize = 6;

/// Says that a list is empty, and offers ways out. Nothing where there are results.
#[component]
pub(crate) fn NothingFound() -> impl IntoView {
    let explorer = Explorer::expect();
    let content = move || {
        let ways = if IS_STATIC { Some(ways_out(explorer)) } else { explorer.ways_out() };
        view! {
            <section class="empty">
                <h2>"No project matches all of this"</h2>
                {ways}
            </section>
        }
    };
    child(move || explorer.with_results(SearchResults::is_empty).then(content))
}

/// Offers parts of the query to drop, with the number of results, and "Clear all".
pub(crate) fn ways_out(explorer: Explorer) -> AnyView {
    let query = explorer.query();
    let ways = explorer.atlas().index.relaxations(&query);
    let said = if ways.is_empty() {
        "Nor without any single part of it. Start over:"
    } else {
        "Without one of these there are:"
    };
    let ways = ways.into_iter().take(N_WAYS);
    view! {
        <p lang="en" dir="ltr">{said}</p>
        <ul class="ways">
            {ways.map(|way| way_out(explorer, &way)).collect_view()}
            <li>
                <button class="btn" type="button" on:click=move |_| explorer.clear_all()>
                    "Clear all"
                </button>
            </li>
        </ul>
    }
    .into_any()
}

fn way_out(explorer: Explorer, way: &Relaxation) -> AnyView {
    let part = way.part;
    let label = explorer
        .with_site(|site| explorer.with_query(|query| part_label(part, query, site.catalog)));
    view! {
        <li>
            <button class="btn" dir="ltr" type="button" on:click=move |_| explorer.remove(part)>
                <span>"Drop "<bdi>{label}</bdi></span>
                <b class="num">{grouped(way.n_projects as usize)}</b>
            </button>
        </li>
    }
    .into_any()
}
