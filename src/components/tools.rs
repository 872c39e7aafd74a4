//! Tools above the list.

use leptos::prelude::*;

use super::{child, icon::Icon, text};
use crate::{
    dataset::VocabularyKind,
    markup::Icon as Shape,
    search::{Query, SortBy},
    state::{Explorer, Overlay},
    wording::sort_label,
};

/// Tools between the sentence and the list: the order, "Clear all", and the button for the filters in
/// narrow windows.
#[component]
pub(crate) fn Tools() -> impl IntoView {
    let explorer = Explorer::expect();
    let n_parts = move || explorer.with_query(|query| query.parts().count());
    let refine = text(move || match n_parts() {
        0 => "Filters".to_owned(),
        n_parts => format!("Filters · {n_parts}"),
    });
    view! {
        <div class="tools">
            <label class="pick" lang="en">"Sort by " <SortMenu/> {child(move || metric(explorer))}</label>
            {child(move || (n_parts() > 0).then(|| clear_button(explorer)))}
            <div class="dock">
                <button class="btn" id="refine" type="button" aria-haspopup="dialog"
                    on:click=move |_| explorer.open_overlay(Overlay::Refine)>
                    <Icon shape=Shape::Sliders/>
                    {refine}
                </button>
            </div>
        </div>
    }
}

/// Button of a frame that opens the filters.
#[component]
pub(crate) fn EmbedTools() -> impl IntoView {
    let explorer = Explorer::expect();
    let count = child(move || {
        let n_parts = explorer.with_query(|query| query.parts().count());
        let count = || view! { <span class="num">{n_parts}</span> }.into_any();
        (n_parts > 0).then(count)
    });
    view! {
        <button class="btn" id="refine" type="button" aria-haspopup="dialog"
            on:click=move |_| explorer.open_overlay(Overlay::Refine)>
            <Icon shape=Shape::Sliders/>
            <span class="wide">"Filters"</span>
            {count}
        </button>
    }
}

fn clear_button(explorer: Explorer) -> AnyView {
    view! {
        <button class="btn" id="clear" type="button" on:click=move |_| explorer.clear_all()>
            "Clear all"
        </button>
    }
    .into_any()
}

/// Returns the metric that the list is sorted by. Outcomes are only comparable within one metric.
fn metric(explorer: Explorer) -> Option<AnyView> {
    let metric = explorer.with_results(|results| results.outcome_metric)?;
    let label =
        explorer.with_site(|site| site.dataset.label(VocabularyKind::Metric, metric).to_owned());
    Some(view! { <span>"on "<bdi>{label}</bdi></span> }.into_any())
}

#[component]
fn SortMenu() -> impl IntoView {
    let explorer = Explorer::expect();
    let option = |sort: SortBy, is_chosen: bool| {
        view! {
            <option value=sort.key() selected=is_chosen prop:selected=is_chosen>
                {sort_label(sort)}
            </option>
        }
        .into_any()
    };
    let options = child(move || {
        let chosen = explorer.with_query(Query::sort);
        orders(explorer).map(|sort| option(sort, sort == chosen)).collect_view()
    });
    let choose = move |key: String| {
        if let Some(sort) = SortBy::from_key(&key) {
            explorer.sort_by(sort);
        }
    };
    view! {
        <select id="sort" on:change:target=move |event| choose(event.target().value())>
            {options}
        </select>
    }
}

/// Returns the orders that make a difference for this dataset and query, and the current order, which a
/// link may have set.
fn orders(explorer: Explorer) -> impl Iterator<Item = SortBy> {
    let has_text = explorer.with_query(|query| !query.text().is_empty());
    let current = explorer.with_query(Query::sort);
    let atlas = explorer.atlas();
    SortBy::ALL.into_iter().filter(move |sort| {
        let is_useful = (has_text || *sort != SortBy::Relevance)
            && atlas.catalog().sort_options().contains(sort);
        is_useful || *sort == current
    })
}
