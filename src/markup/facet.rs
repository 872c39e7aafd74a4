use std::fmt::Write as _;

use maud::{Markup, html};

use super::{Action, Icon, RowState, Site, icon};
use crate::{
    search::{Facet, Polarity, Query, SearchResults, ValueIdx, fold, has_part, qualifier},
    wording::facet_title,
};

/// How many values a facet shows before "more": the longest list that is taken in at a glance.
const N_SHOWN: usize = 7;

/// From how many values on a facet can be searched in.
const N_SEARCHABLE: usize = 15;

/// How the values of a facet are shown. `place` tells apart the copies of a facet on one page.
#[derive(Clone, Copy, Debug)]
pub struct FacetView<'f> {
    /// The facet.
    pub facet: Facet,
    /// Where it is shown: part of the ids of its elements.
    pub place: &'static str,
    /// Whether all values are shown.
    pub is_open: bool,
    /// What is looked for among the values.
    pub wanted: &'f str,
    /// What its rows are.
    pub rows: Rows,
}

/// What the rows of a facet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Values to choose.
    Choices,
    /// Links to the pages of the values: what a page without script can do.
    Links,
}

/// The name of a facet, and a way to take back what is chosen in it.
pub fn facet_heading(site: Site<'_>, query: &Query, facet: Facet, place: &str) -> Markup {
    let title = facet_title(facet);
    let cleared = || Action::Go(site.query_address(query.clone().without_facet(facet)));
    html! {
        h2 lang="en" {
            (title)
            @if query.refines(facet) {
                button.more type="button" id={ (place) "-clear-" (facet.key()) }
                    data-do=(cleared()) aria-label={ "Clear " (title) } { "Clear" }
            }
        }
    }
}

/// The search among the values of a long facet, once that is open.
pub fn facet_find(site: Site<'_>, view: FacetView<'_>) -> Markup {
    let n_values = listed(site, view.facet).count();
    let title = facet_title(view.facet);
    html! {
        @if view.is_open && N_SEARCHABLE <= n_values {
            div.find {
                (icon(Icon::Find))
                input type="search" id={ (view.place) "-find-" (view.facet.key()) }
                    data-do=(Action::Find(view.facet)) aria-label={ "Find in " (title) }
                    placeholder={ "Find among " (n_values) } autocomplete="off";
            }
        }
    }
}

/// The values, each with the number of projects that choosing it gives. They keep their places.
pub fn facet_values(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
) -> Markup {
    html! {
        ul {
            @for value in shown(site, query, view) {
                (facet_value(site, query, results, view, value))
            }
        }
    }
}

/// The states of the rows that are shown: a line of [`RowState`] each, in their order.
pub fn facet_states(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
) -> String {
    let mut states = String::new();
    for value in shown(site, query, view) {
        let id = row_id(site, view, value);
        let (choice, count) = state(query, results, view.facet, value);
        let _ = writeln!(states, "{}", RowState { id: &id, choice, count });
    }
    states
}

/// Opens a long facet, and closes it again.
pub fn facet_more(site: Site<'_>, view: FacetView<'_>) -> Markup {
    let n_hidden = listed(site, view.facet).count().saturating_sub(N_SHOWN);
    html! {
        @if 0 < n_hidden {
            button.more lang="en" dir="ltr" type="button" id={ (view.place) "-more-" (view.facet.key()) }
                data-do=(Action::More(view.facet)) aria-expanded=(view.is_open) {
                @if view.is_open { "Show fewer" } @else { (n_hidden) " more" }
                span.unseen { " in " (facet_title(view.facet)) }
            }
        }
    }
}

/// A value: chosen, left out or neither. What changes of it is in [`RowState`].
pub(super) fn facet_value(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
    value: ValueIdx,
) -> Markup {
    let FacetView { facet, place, rows, .. } = view;
    let named = site.catalog.value(facet, value);
    let (choice, count) = state(query, results, facet, value);
    if rows == Rows::Links {
        return html! {
            li class=(RowState { id: "", choice, count }.class()) {
                a href=(site.value_href(facet, &named.id)) title=[named.hint.as_deref()] {
                    span.label dir="auto" { (named.label) }
                    span.n { (count) }
                }
            }
        };
    }
    let row_id = row_id(site, view, value);
    let is_in = choice == Some(Polarity::Include);
    let is_out = choice == Some(Polarity::Exclude);
    let (key, id, label) = (facet.key(), &named.id, &named.label);
    let toggle = |polarity| Action::Toggle(qualifier(facet, id, polarity));
    html! {
        li class=(RowState { id: &row_id, choice, count }.class()) id=(row_id) {
            label title=[named.hint.as_deref()] {
                input type="checkbox" id={ (place) "-" (key) "-" (id) } checked[is_in]
                    data-do=(toggle(Polarity::Include));
                span.label dir="auto" { (label) }
                span.n { (count) }
            }
            button.not type="button" id={ (place) "-not-" (key) "-" (id) }
                data-do=(toggle(Polarity::Exclude)) aria-pressed=(is_out)
                aria-label={ "Leave out " (label) } title={ "Leave out " (label) } {
                (icon(Icon::Exclude))
            }
        }
    }
}

fn row_id(site: Site<'_>, view: FacetView<'_>, value: ValueIdx) -> String {
    let id = &site.catalog.value(view.facet, value).id;
    format!("{}-row-{}-{id}", view.place, view.facet.key())
}

fn state(
    query: &Query,
    results: &SearchResults,
    facet: Facet,
    value: ValueIdx,
) -> (Option<Polarity>, u32) {
    (query.polarity(facet, value), results.count(facet, value))
}

/// The values that any project has; the others would lead nowhere.
fn listed(site: Site<'_>, facet: Facet) -> impl Iterator<Item = ValueIdx> {
    let values = (0..).map(ValueIdx).zip(site.catalog.values(facet));
    values.filter(|(_, value)| 0 < value.n_projects).map(|(idx, _)| idx)
}

/// The first values and the chosen ones, or all of an open facet that fit what is looked for.
fn shown(site: Site<'_>, query: &Query, view: FacetView<'_>) -> Vec<ValueIdx> {
    let FacetView { facet, is_open, wanted, .. } = view;
    let wanted = fold(wanted.trim());
    let is_shown = |(rank, value): &(usize, ValueIdx)| {
        let is_wanted = || has_part(&fold(&site.catalog.value(facet, *value).label), &wanted);
        let is_listed = if is_open { is_wanted() } else { *rank < N_SHOWN };
        is_listed || query.polarity(facet, *value).is_some()
    };
    listed(site, facet).enumerate().filter(is_shown).map(|(_, value)| value).collect()
}
