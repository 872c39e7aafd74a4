//! Row of a facet value.

use leptos::prelude::*;

use super::{icon::Icon, text};
use crate::{
    markup::Icon as Shape,
    search::{Facet, FacetValue, Polarity, Refinement, ValueIdx},
    state::{Explorer, IS_STATIC},
    wording::grouped,
};

/// Characters of a label that fit beside a count. The tooltip shows longer labels in full.
const LABEL_MAX_CHARS: usize = 20;

/// Value of a facet, with the number of projects that choosing it gives. On pages for readers without
/// scripts, it is a link to the page of the value.
#[component]
pub(crate) fn FacetRow(
    /// Facet of the value.
    facet: Facet,
    /// Value to show.
    value: ValueIdx,
    /// Part of the ids of its elements.
    place: &'static str,
) -> impl IntoView {
    let explorer = Explorer::expect();
    // A memo, so that a keystroke only updates the rows that it changes.
    let state = Memo::new(move |_| {
        let choice = explorer.with_query(|query| query.polarity(facet, value));
        (choice, explorer.with_results(|results| results.count(facet, value)))
    });
    let choice = move || state.get().0;
    let class = text(move || row_class(state.get()).to_owned());
    let count = text(move || grouped(state.get().1 as usize));
    let (key, FacetValue { id, label, .. }) = (facet.key(), named(explorer, facet, value));
    if IS_STATIC {
        let href = explorer.with_site(|site| site.value_href(facet, &id));
        return view! {
            <li class=class>
                <a href=href title=title(explorer, facet, value)>
                    <span class="label" dir="auto">{label}</span>
                    <span class="n">{count}</span>
                </a>
            </li>
        }
        .into_any();
    }
    view! {
        <li class=class id=format!("{place}-row-{key}-{id}")>
            <label title=title(explorer, facet, value)>
                <input type="checkbox" id=format!("{place}-{key}-{id}")
                    prop:checked=move || choice() == Some(Polarity::Include)
                    on:change=move |_| {
                        explorer.toggle(Refinement { facet, value, polarity: Polarity::Include });
                    }/>
                <span class="label" dir="auto">{label}</span>
                <span class="n">{count}</span>
            </label>
            <ExcludeButton facet value place is_excluded=move || choice() == Some(Polarity::Exclude)/>
        </li>
    }
    .into_any()
}

/// Button that excludes a value.
#[component]
fn ExcludeButton(
    facet: Facet,
    value: ValueIdx,
    place: &'static str,
    is_excluded: impl Fn() -> bool + Send + 'static,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let FacetValue { id, label, .. } = named(explorer, facet, value);
    let name = ["Exclude ", &label].concat();
    view! {
        <button class="not" type="button" id=format!("{place}-not-{}-{id}", facet.key())
            aria-pressed=text(move || is_excluded().to_string()) aria-label=name.clone() title=name
            on:click=move |_| {
                explorer.toggle(Refinement { facet, value, polarity: Polarity::Exclude });
            }>
            <Icon shape=Shape::Exclude/>
        </button>
    }
}

fn named(explorer: Explorer, facet: Facet, value: ValueIdx) -> FacetValue {
    explorer.with_site(|site| site.catalog.value(facet, value).clone())
}

fn row_class(state: (Option<Polarity>, u32)) -> &'static str {
    match state {
        (Some(Polarity::Include), _) => "value on",
        (Some(Polarity::Exclude), _) => "value out",
        (None, 0) => "value none",
        (None, _) => "value",
    }
}

/// Returns the tooltip of a value: its explanation, after the label if that is too long to fit.
fn title(explorer: Explorer, facet: Facet, value: ValueIdx) -> Option<String> {
    let FacetValue { label, hint, .. } = named(explorer, facet, value);
    let is_cut = label.chars().count() > LABEL_MAX_CHARS;
    match (hint, is_cut) {
        (Some(hint), true) => Some([&label, ": ", &hint].concat()),
        (None, true) => Some(label),
        (hint, false) => hint,
    }
}
