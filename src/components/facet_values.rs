//! Values of a facet, with a search among them.

use leptos::{
    prelude::*,
    web_sys::{FocusEvent, Node},
};
use wasm_bindgen::JsCast as _;

use super::{child, facet_row::FacetRow, icon::Icon};
use crate::{
    markup::Icon as Shape,
    search::Facet,
    state::{Explorer, FacetRows, RowFilter, n_collapsed, n_empty, n_listed},
    wording::{facet_title, grouped},
};

/// Minimum number of values for a search field in a facet.
const N_SEARCHABLE: usize = 15;

/// Values of a facet. An expanded facet with many values also has a search field.
#[component]
pub(crate) fn FacetValues(
    /// Facet to show.
    facet: Facet,
    /// Part of the ids of its elements.
    place: &'static str,
    /// `true` while the pointer is over the panel.
    is_pointed_at: RwSignal<bool>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = RwSignal::new(String::new());
    let has_focus = RwSignal::new(false);
    let rows = Memo::new(move |before: Option<&FacetRows>| {
        let filter = RowFilter { text: text.get(), ..explorer.row_filter(facet) };
        let is_held = is_pointed_at.get() || has_focus.get();
        let (query, results) = (explorer.query(), explorer.results());
        let rows = FacetRows::new(&explorer.atlas(), &query, &results, facet, filter);
        if is_held { rows.or_keep(before) } else { rows }
    });
    // A memo, so that the field keeps its text when another facet is expanded.
    let is_searched = Memo::new(move |_| {
        let is_long = n_listed(&explorer.atlas(), facet) >= N_SEARCHABLE;
        is_long && explorer.row_filter(facet).is_expanded
    });
    let find = child(move || {
        let find = || view! { <FindField facet place text/> }.into_any();
        is_searched.get().then(find)
    });
    let row = move |value| view! { <FacetRow facet value place/> }.into_any();
    let rows = move || rows.with(|rows| rows.values.iter().map(|value| row(*value)).collect_view());
    view! {
        {find}
        <ul on:focusin=move |_| has_focus.set(true)
            on:focusout=move |event| has_focus.set(stays_within(&event))>
            {child(rows)}
        </ul>
        <MoreButtons facet place/>
    }
}

/// Returns whether the focus moves to an element of the same list. Its rows stay in place then.
fn stays_within(event: &FocusEvent) -> bool {
    let list = event.current_target().and_then(|list| list.dyn_into::<Node>().ok());
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    list.is_some_and(|list| next.is_some() && list.contains(next.as_ref()))
}

/// Search field for the values of a facet.
#[component]
fn FindField(facet: Facet, place: &'static str, text: RwSignal<String>) -> impl IntoView {
    let n_values = n_listed(&Explorer::expect().atlas(), facet);
    on_cleanup(move || {
        let _ = text.try_set(String::new());
    });
    view! {
        <div class="find">
            <Icon shape=Shape::Find/>
            <input type="search" id=format!("{place}-find-{}", facet.key()) autocomplete="off"
                aria-label=["Search in ", facet_title(facet)].concat()
                placeholder=["Search ", &grouped(n_values), " values"].concat()
                on:input:target=move |event| text.set(event.target().value())/>
        </div>
    }
}

/// Buttons that expand a facet and show its values without results.
#[component]
fn MoreButtons(facet: Facet, place: &'static str) -> impl IntoView {
    let explorer = Explorer::expect();
    let n_collapsed = n_collapsed(&explorer.atlas(), facet);
    let empty = child(move || {
        let RowFilter { is_expanded, has_empty, .. } = explorer.row_filter(facet);
        if !is_expanded {
            return None;
        }
        let n_empty = explorer.with_query(|query| {
            explorer.with_results(|results| n_empty(&explorer.atlas(), query, results, facet))
        });
        let verb = if has_empty { "Hide " } else { "Show " };
        let label = [verb, &grouped(n_empty), " without results"].concat();
        let id = format!("{place}-empty-{}", facet.key());
        let toggle = move || explorer.toggle_empty(facet);
        (n_empty > 0).then(|| more_button(facet, id, label, has_empty, toggle))
    });
    let more = child(move || {
        let RowFilter { is_expanded, .. } = explorer.row_filter(facet);
        let label = match grouped(n_collapsed) {
            _ if is_expanded => "Show fewer".to_owned(),
            count => ["Show ", &count, " more"].concat(),
        };
        let id = format!("{place}-more-{}", facet.key());
        let toggle = move || explorer.toggle_expanded(facet);
        (n_collapsed > 0).then(|| more_button(facet, id, label, is_expanded, toggle))
    });
    view! { {empty} {more} }
}

fn more_button(
    facet: Facet,
    id: String,
    label: String,
    is_expanded: bool,
    toggle: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button class="more" lang="en" dir="ltr" type="button" id=id
            aria-expanded=is_expanded.to_string()
            on:click=move |_| toggle()>
            {label}
            <span class="unseen">{[" in ", facet_title(facet)].concat()}</span>
        </button>
    }
    .into_any()
}
