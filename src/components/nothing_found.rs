use leptos::prelude::*;

use super::child;
use crate::{
    search::{Relaxation, SearchResults},
    state::Explorer,
    wording::{grouped, part_label},
};

/// The number of ways out that are offered: the best ones.
const N_WAYS: usize = 6;

/// Offers ways out of an empty list: parts of the query to drop, with the number of results, and
/// "Clear all". Nothing where there are results.
#[component]
pub(crate) fn NothingFound() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || explorer.with_results(SearchResults::is_empty).then(|| ways_out(explorer)))
}

fn ways_out(explorer: Explorer) -> AnyView {
    let query = explorer.query();
    let ways = explorer.atlas().index.relaxations(&query);
    let said = if ways.is_empty() {
        "Nor without any single part of it. Start over:"
    } else {
        "Without one of these there are:"
    };
    let ways = ways.into_iter().take(N_WAYS);
    view! {
        <section class="empty">
            <h2>"No project matches all of this"</h2>
            <p lang="en" dir="ltr">{said}</p>
            <ul class="ways">
                {ways.map(|way| way_out(explorer, &way)).collect_view()}
                <li>
                    <button class="btn" type="button" on:click=move |_| explorer.clear_all()>
                        "Clear all"
                    </button>
                </li>
            </ul>
        </section>
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
