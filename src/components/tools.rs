use leptos::prelude::*;

use crate::{search::SortBy, state::Explorer, wording::sort_label};

/// What stands between the sentence and the list: the order, and "clear all".
#[component]
pub fn Tools(
    /// Further controls, at the end.
    children: Children,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let query = explorer.query();
    let choose = move |key: String| {
        if let Some(sort) = SortBy::from_key(&key) {
            explorer.set_sort(sort);
        }
    };
    view! {
        <div class="tools">
            <label class="pick">
                "Sorted by "
                <select
                    on:change:target=move |event| choose(event.target().value())
                    prop:value=move || query.get().sort().key()
                >
                    {move || offered(!query.get().text().is_empty(), query.get().sort())}
                </select>
                {move || metric_note(explorer)}
            </label>
            <span class="ends">
                <Show when=move || !query.get().is_empty()>
                    <button class="btn" on:click=move |_| explorer.clear_all()>
                        "Clear all"
                    </button>
                </Show>
                {children()}
            </span>
        </div>
    }
    .into_any()
}

/// The orders; the best match only with words to match.
fn offered(has_text: bool, chosen: SortBy) -> AnyView {
    let orders = SortBy::ALL.into_iter().filter(|sort| has_text || *sort != SortBy::Relevance);
    let option = |sort: SortBy| {
        view! {
            <option value=sort.key() selected=sort == chosen>
                {sort_label(sort)}
            </option>
        }
    };
    orders.map(option).collect_view().into_any()
}

/// Effects can only be compared within one metric, so say which.
fn metric_note(explorer: Explorer) -> Option<String> {
    let metric = explorer.results().with(|results| results.outcome_metric)?;
    let atlas = explorer.atlas();
    Some(format!("on {}", atlas.dataset.label(crate::dataset::Coded::Metric, metric)))
}
