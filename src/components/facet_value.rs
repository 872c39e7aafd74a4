use leptos::prelude::*;

use super::icon_view::icon;
use crate::{
    markup::Icon,
    search::{Facet, Polarity, Refinement, ValueIdx},
    state::Explorer,
};

/// A value of a facet: chosen, left out or neither, with the number of projects that choosing it
/// gives.
#[component]
pub(super) fn FacetValueRow(
    /// The facet.
    facet: Facet,
    /// Its value.
    value: ValueIdx,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let named = atlas.catalog().value(facet, value);
    let label = named.label.clone();
    let choice = Memo::new(move |_| explorer.query().with(|query| query.polarity(facet, value)));
    let count = Memo::new(move |_| explorer.results().with(|results| results.count(facet, value)));
    let toggle = move |polarity| explorer.toggle(Refinement { facet, value, polarity });
    let class = move || match choice.get() {
        Some(Polarity::Include) => "value on",
        Some(Polarity::Exclude) => "value out",
        None if count.get() == 0 => "value none",
        None => "value",
    };
    let is_out = move || choice.get() == Some(Polarity::Exclude);
    let exclude = format!("Leave out {label}");
    view! {
        <li class=class>
            <label title=named.hint.clone()>
                <input
                    type="checkbox"
                    prop:checked=move || choice.get() == Some(Polarity::Include)
                    on:change=move |_| toggle(Polarity::Include)
                />
                <span class="label">
                    {move || is_out().then_some("not ")} {label}
                </span>
                <span class="n">{move || count.get()}</span>
            </label>
            <button
                class="not"
                aria-label=exclude.clone()
                title=exclude
                aria-pressed=move || is_out().to_string()
                on:click=move |_| toggle(Polarity::Exclude)
            >
                {icon(Icon::Exclude)}
            </button>
        </li>
    }
    .into_any()
}
