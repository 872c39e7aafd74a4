use leptos::prelude::*;

use super::{facet_value::FacetValueRow, icon_view::icon};
use crate::{
    markup::Icon,
    search::{Catalog, Facet, Query, ValueIdx},
    state::Explorer,
    wording::facet_title,
};

/// How many values a facet shows before "more": the longest list that is taken in at a glance.
const N_SHOWN: usize = 7;

/// From how many values on a facet can be searched in.
const N_SEARCHABLE: usize = 15;

/// A facet: its heading and its values, which keep their places.
#[component]
pub(super) fn FacetSection(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let is_open = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let atlas = explorer.atlas();
        let query = explorer.query().get();
        shown_values(atlas.catalog(), facet, &query, is_open.get(), &wanted.get())
    });
    let n_values = listed(explorer.atlas().catalog(), facet).count();
    view! {
        <div class="facet" role="group" aria-label=facet_title(facet)>
            <FacetHeading facet />
            <Show when=move || is_open.get() && N_SEARCHABLE <= n_values>
                <FindValue facet n_values wanted />
            </Show>
            <ul>
                <For each=move || shown.get() key=|value| *value let:value>
                    <FacetValueRow facet value />
                </For>
            </ul>
            <More is_open wanted n_values />
        </div>
    }
    .into_any()
}

/// The name of a facet, and a way to take back what is chosen in it.
#[component]
pub(super) fn FacetHeading(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let title = facet_title(facet);
    view! {
        <h2>
            {title}
            <Show when=move || explorer.query().with(|query| query.refines(facet))>
                <button
                    class="more"
                    aria-label=format!("Clear {title}")
                    on:click=move |_| explorer.clear_facet(facet)
                >
                    "Clear"
                </button>
            </Show>
        </h2>
    }
    .into_any()
}

/// A search among the values of a long facet.
#[component]
fn FindValue(facet: Facet, n_values: usize, wanted: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="find">
            {icon(Icon::Find)}
            <input
                type="search"
                aria-label=format!("Find in {}", facet_title(facet))
                placeholder=format!("Find among {n_values}")
                autocomplete="off"
                prop:value=move || wanted.get()
                on:input:target=move |event| wanted.set(event.target().value())
            />
        </div>
    }
    .into_any()
}

/// Opens a long facet, and closes it again.
#[component]
fn More(is_open: RwSignal<bool>, wanted: RwSignal<String>, n_values: usize) -> impl IntoView {
    let toggle = move |_| {
        wanted.set(String::new());
        is_open.update(|is_open| *is_open = !*is_open);
    };
    let label = move || match is_open.get() {
        true => "Show fewer".to_owned(),
        false => format!("{} more", n_values - N_SHOWN),
    };
    view! {
        <Show when=move || N_SHOWN < n_values>
            <button class="more" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                {label}
            </button>
        </Show>
    }
    .into_any()
}

/// The values that any project has; the others would lead nowhere.
fn listed(catalog: &Catalog, facet: Facet) -> impl Iterator<Item = ValueIdx> + '_ {
    let values = (0..).map(ValueIdx).zip(catalog.values(facet));
    values.filter(|(_, value)| 0 < value.n_projects).map(|(idx, _)| idx)
}

/// The first values and the chosen ones, or all of an open facet that fit what is looked for.
fn shown_values(
    catalog: &Catalog,
    facet: Facet,
    query: &Query,
    is_open: bool,
    wanted: &str,
) -> Vec<ValueIdx> {
    let wanted = wanted.trim().to_lowercase();
    let is_shown = |(rank, value): &(usize, ValueIdx)| {
        let is_chosen = query.polarity(facet, *value).is_some();
        let label = &catalog.value(facet, *value).label;
        let is_wanted = wanted.is_empty() || label.to_lowercase().contains(&wanted);
        is_chosen || (is_open && is_wanted) || (!is_open && *rank < N_SHOWN)
    };
    listed(catalog, facet).enumerate().filter(is_shown).map(|(_, value)| value).collect()
}
