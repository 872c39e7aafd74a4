//! Methods of the explorer that change the view.

use leptos::prelude::*;

use super::{Act, Explorer, browser, step, theme};
use crate::{
    link::{self, Notice, Route},
    search::{Facet, InputState, Query, QueryPart, Refinement, SortBy, parse_input},
};

impl Explorer {
    /// Adds a refinement, or removes it if the query has it already.
    pub fn toggle(self, refinement: Refinement) {
        self.act(Act::Toggle(refinement));
    }

    /// Adds a refinement and replaces one of the same value.
    pub fn refine(self, refinement: Refinement) {
        self.act(Act::Refine(refinement));
    }

    /// Restricts the list to one year, or removes that restriction.
    pub fn toggle_year(self, year: u16) {
        self.act(Act::ToggleYear(year));
    }

    /// Sets the first year of the range; `None` removes that limit.
    pub fn set_first_year(self, from: Option<u16>) {
        self.act(Act::FirstYear(from));
    }

    /// Sets the last year of the range; `None` removes that limit.
    pub fn set_last_year(self, to: Option<u16>) {
        self.act(Act::LastYear(to));
    }

    /// Changes the order of the list.
    pub fn sort_by(self, sort: SortBy) {
        self.act(Act::Sort(sort));
    }

    /// Removes a part of the query.
    pub fn remove(self, part: QueryPart) {
        self.act(Act::Remove(part));
    }

    /// Removes all refinements of a facet.
    pub fn clear_facet(self, facet: Facet) {
        self.act(Act::ClearFacet(facet));
    }

    /// Removes all choices of the reader. If the view that the author of a frame chose is empty, shows
    /// everything.
    pub fn clear_all(self) {
        let cleared = untrack(|| self.cleared_query());
        let is_same = self.query.with_untracked(|query| *query == cleared);
        let is_empty = self.results.with_untracked(|results| results.is_empty());
        self.ask(if is_same && is_empty { Query::default() } else { cleared });
    }

    /// Shows the list of a query.
    pub fn ask(self, query: Query) {
        self.act(Act::Ask(query));
    }

    /// Opens a route.
    pub fn open(self, route: Route) {
        self.act(Act::Open(route));
    }

    /// Refines by a qualifier as in the search field (`domain:proxy`). Returns whether the value
    /// exists.
    pub fn refine_by(self, qualifier: &str) -> bool {
        let parsed = parse_input(qualifier, InputState::Complete, self.atlas().catalog());
        let is_known = parsed.refines();
        if is_known {
            self.ask(parsed.refine(self.query.get_untracked()));
        }
        is_known
    }

    /// Opens a URL if it is a page of the atlas. Returns whether it is one.
    pub fn open_url(self, url: &str) -> bool {
        let start = format!("{}{}", browser::origin(), self.base());
        let Some(address) = url.strip_prefix(start.as_str()) else { return false };
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let atlas = self.atlas();
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        if link.is_embed || link::is_file(address) {
            return false;
        }
        let is_current = link.route == self.route.get_untracked();
        self.open(link.route);
        self.set_notices(link.notices);
        self.go_to_hash(hash, is_current);
        true
    }

    /// Expands or collapses a facet.
    pub fn toggle_expanded(self, facet: Facet) {
        self.expanded.update(|facets| toggle(facets, facet));
    }

    /// Shows or hides the values of a facet that have no results.
    pub fn toggle_empty(self, facet: Facet) {
        self.with_empty.update(|facets| toggle(facets, facet));
    }

    /// Switches to the next theme and stores it for the next visit.
    pub fn switch_theme(self) {
        let next = theme::after(self.theme.get_untracked());
        theme::choose(next);
        self.theme.set(next);
    }

    /// Removes the notice at a position.
    pub fn dismiss(self, idx: usize) {
        self.notices.update(|notices| {
            if idx < notices.len() {
                notices.remove(idx);
            }
        });
        browser::restore_focus(browser::focused_id(), self.heading_id());
    }

    /// Sets the notices. Leaves equal ones alone, because every keystroke sets them and the views would
    /// be rendered again.
    pub(super) fn set_notices(self, notices: Vec<Notice>) {
        if self.notices.with_untracked(|shown| *shown != notices) {
            self.notices.set(notices);
        }
    }

    pub(super) fn act(self, act: Act) {
        let (route, query) = (self.route.get_untracked(), self.query.get_untracked());
        if let Some(step) = step(&self.atlas(), self.presentation(), &route, &query, act) {
            self.commit(step);
        }
    }
}

fn toggle(facets: &mut Vec<Facet>, facet: Facet) {
    match facets.iter().position(|other| *other == facet) {
        Some(at) => drop(facets.remove(at)),
        None => facets.push(facet),
    }
}
