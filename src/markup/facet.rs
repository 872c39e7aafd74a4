use std::fmt::Write as _;

use maud::{Markup, html};

use super::{Action, Icon, RowState, Site, icon};
use crate::{
    search::{
        Facet, FacetValue, Polarity, Query, SearchResults, ValueIdx, fold, has_part, qualifier,
    },
    wording::{facet_title, grouped},
};

/// How many values a facet shows before "more": the longest list that is taken in at a glance.
const N_SHOWN: usize = 7;

/// From how many values on a facet can be searched in.
const N_SEARCHABLE: usize = 15;

/// Characters of a label that fit beside a count; a longer one is cut, and shown as a whole in
/// its title.
const LABEL_MAX_CHARS: usize = 20;

/// How the values of a facet are shown. `place` tells apart the copies of a facet on one page.
#[derive(Clone, Copy, Debug)]
pub struct FacetView<'f> {
    /// The facet.
    pub facet: Facet,
    /// Where it is shown: part of the ids of its elements.
    pub place: &'static str,
    /// Whether all values are shown.
    pub is_open: bool,
    /// Whether an open facet also shows values without results.
    pub has_empty: bool,
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
    let cleared = || site.go(query.clone().without_facet(facet));
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
                    placeholder={ "Find among " (grouped(n_values)) } autocomplete="off";
            }
        }
    }
}

/// The rows of [`facet_states`], each with the number of projects that choosing it gives.
pub fn facet_values(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
    states: &str,
) -> Markup {
    html! {
        ul {
            @for value in values_of(states) {
                (facet_value(site, query, results, view, value))
            }
        }
    }
}

/// The states of the rows that are shown: first what decides which these are, then a line of
/// [`RowState`] for each, followed by the position of its value. Values keep their places. Where
/// `before` are the states of rows that a reader is pointing at, the same rows are kept, as long as
/// as many of them are asked for.
pub fn facet_states(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
    before: Option<&str>,
) -> String {
    let FacetView { is_open, has_empty, wanted, .. } = view;
    let mut states = format!("{is_open} {has_empty} {wanted}\n");
    let values = match before {
        Some(before) if before.starts_with(&states) => values_of(before),
        _ => shown(site, query, results, view),
    };
    for value in values {
        let id = row_id(site, view, value);
        let (choice, count) = state(query, results, view.facet, value);
        let _ = writeln!(states, "{} {}", RowState { id: &id, choice, count }, value.0);
    }
    states
}

/// The values of states, by the positions at the ends of their lines.
fn values_of(states: &str) -> Vec<ValueIdx> {
    let positions = states.lines().skip(1).filter_map(|line| line.rsplit(' ').next());
    positions.filter_map(|position| position.parse().ok()).map(ValueIdx).collect()
}

/// Opens a long facet, and closes it again; shows its values without results, and hides them again.
pub fn facet_more(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
) -> Markup {
    let FacetView { facet, place, is_open, has_empty, .. } = view;
    let n_hidden = listed(site, facet).count().saturating_sub(N_SHOWN);
    let is_empty = |value: &ValueIdx| state(query, results, facet, *value) == (None, 0);
    let n_empty = listed(site, facet).skip(N_SHOWN).filter(is_empty).count();
    let title = html! { span.unseen { " in " (facet_title(facet)) } };
    html! {
        @if is_open && 0 < n_empty {
            button.more lang="en" dir="ltr" type="button" id={ (place) "-empty-" (facet.key()) }
                data-do=(Action::Empty(facet)) aria-expanded=(has_empty) {
                @if has_empty { "Hide " } @else { "Show " }
                (grouped(n_empty)) " without results" (title)
            }
        }
        @if 0 < n_hidden {
            button.more lang="en" dir="ltr" type="button" id={ (place) "-more-" (facet.key()) }
                data-do=(Action::More(facet)) aria-expanded=(is_open) {
                @if is_open { "Show fewer" } @else { (grouped(n_hidden)) " more" }
                (title)
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
                a href=(site.value_href(facet, &named.id)) title=[title(named)] {
                    span.label dir="auto" { (named.label) }
                    span.n { (grouped(count as usize)) }
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
            label title=[title(named)] {
                input type="checkbox" id={ (place) "-" (key) "-" (id) } checked[is_in]
                    data-do=(toggle(Polarity::Include));
                span.label dir="auto" { (label) }
                span.n { (grouped(count as usize)) }
            }
            button.not type="button" id={ (place) "-not-" (key) "-" (id) }
                data-do=(toggle(Polarity::Exclude)) aria-pressed=(is_out)
                aria-label={ "Leave out " (label) } title={ "Leave out " (label) } {
                (icon(Icon::Exclude))
            }
        }
    }
}

/// The explanation of a value, after its label where the label is cut.
fn title(value: &FacetValue) -> Option<String> {
    let is_cut = LABEL_MAX_CHARS < value.label.chars().count();
    match (&value.hint, is_cut) {
        (Some(hint), true) => Some([&value.label, ": ", hint].concat()),
        (None, true) => Some(value.label.clone()),
        (hint, false) => hint.clone(),
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

/// The values that have a list of their own; the others would lead nowhere.
fn listed(site: Site<'_>, facet: Facet) -> impl Iterator<Item = ValueIdx> {
    site.catalog.listed(facet).map(|(idx, _)| idx)
}

/// The first values; those of an open facet that have results, or all that fit what is looked for;
/// and the chosen ones.
fn shown(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
) -> Vec<ValueIdx> {
    let FacetView { facet, is_open, has_empty, wanted, .. } = view;
    let wanted = fold(wanted.trim());
    let is_shown = |(rank, value): &(usize, ValueIdx)| {
        let (choice, count) = state(query, results, facet, *value);
        let is_listed = if is_open && !wanted.is_empty() {
            has_part(&fold(&site.catalog.value(facet, *value).label), &wanted)
        } else {
            *rank < N_SHOWN || (is_open && (has_empty || 0 < count))
        };
        is_listed || choice.is_some()
    };
    listed(site, facet).enumerate().filter(is_shown).map(|(_, value)| value).collect()
}
