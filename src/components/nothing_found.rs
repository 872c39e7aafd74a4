//! Message about an empty list, with filters to remove.

use leptos::prelude::*;

use super::child;
use crate::{
    search::{Relaxation, SearchResults},
    state::{Explorer, IS_STATIC},
    wording::{grouped, part_label},
};

/// Maximum number of suggestions: the ones with the most results.
const N_SUGGESTIONS: usize = 6;

/// Message about an empty list, with filters that the reader can remove. Empty if there are results.
#[component]
pub(crate) fn NothingFound() -> impl IntoView {
    let explorer = Explorer::expect();
    let content = move || {
        let suggestions =
            if IS_STATIC { Some(relaxations(explorer)) } else { explorer.relaxations() };
        view! {
            <section class="empty">
                <h2>"No projects found"</h2>
                {suggestions}
            </section>
        }
    };
    child(move || explorer.with_results(SearchResults::is_empty).then(content))
}

/// Buttons that remove one part of the query each, with the number of results, and "Clear all".
pub(crate) fn relaxations(explorer: Explorer) -> AnyView {
    let query = explorer.query();
    let relaxations = explorer.atlas().index.relaxations(&query);
    let text = if relaxations.is_empty() {
        "Removing a single filter gives no results either."
    } else {
        "Try removing a filter:"
    };
    let relaxations = relaxations.into_iter().take(N_SUGGESTIONS);
    view! {
        <p lang="en" dir="ltr">{text}</p>
        <ul class="ways">
            {relaxations.map(|relaxation| remove_button(explorer, &relaxation)).collect_view()}
            <li>
                <button class="btn" type="button" on:click=move |_| explorer.clear_all()>
                    "Clear all"
                </button>
            </li>
        </ul>
    }
    .into_any()
}

fn remove_button(explorer: Explorer, relaxation: &Relaxation) -> AnyView {
    let part = relaxation.part;
    let label = explorer
        .with_site(|site| explorer.with_query(|query| part_label(part, query, site.catalog)));
    view! {
        <li>
            <button class="btn" dir="ltr" type="button" on:click=move |_| explorer.remove(part)>
                <span>"Remove "<bdi>{label}</bdi></span>
                <b class="num">{grouped(relaxation.n_projects as usize)}</b>
            </button>
        </li>
    }
    .into_any()
}
