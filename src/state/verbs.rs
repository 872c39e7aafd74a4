//! The verbs of the explorer: what a reader does.

use leptos::prelude::*;

use super::{Act, Explorer, browser, step, theme};
use crate::{
    link::{self, Notice, Route},
    search::{Facet, InputState, Query, QueryPart, Refinement, SortBy, parse_input},
};

impl Explorer {
    /// Chooses a value, or takes the same choice back.
    pub fn toggle(self, refinement: Refinement) {
        self.act(Act::Toggle(refinement));
    }

    /// Adds a refinement.
    pub fn refine(self, refinement: Refinement) {
        self.act(Act::Refine(refinement));
    }

    /// Asks for one year, or takes that back.
    pub fn toggle_year(self, year: u16) {
        self.act(Act::ToggleYear(year));
    }

    /// Asks for years from this one on; `None` leaves that end open.
    pub fn set_first_year(self, from: Option<u16>) {
        self.act(Act::FirstYear(from));
    }

    /// Asks for years up to this one; `None` leaves that end open.
    pub fn set_last_year(self, to: Option<u16>) {
        self.act(Act::LastYear(to));
    }

    /// Asks for another order.
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

    /// Removes all choices of the reader. Where that would leave a list empty, because the view that the
    /// author of a frame chose is itself empty, asks for everything.
    pub fn clear_all(self) {
        let cleared = untrack(|| self.cleared_query());
        let is_same = self.query.with_untracked(|query| *query == cleared);
        let is_empty = self.results.with_untracked(|results| results.is_empty());
        self.ask(if is_same && is_empty { Query::default() } else { cleared });
    }

    /// Asks for a whole query.
    pub fn ask(self, query: Query) {
        self.act(Act::Ask(query));
    }

    /// Opens a route.
    pub fn open(self, route: Route) {
        self.act(Act::Open(route));
    }

    /// Refines by a value that is written as in the search field (`domain:proxy`). Returns whether
    /// there is such a value.
    pub fn refine_by(self, qualifier: &str) -> bool {
        let typed = parse_input(qualifier, InputState::Complete, self.atlas().catalog());
        let is_taken = typed.refines();
        if is_taken {
            self.ask(typed.refine(self.query.get_untracked()));
        }
        is_taken
    }

    /// Opens an address of the atlas. Returns whether it is one.
    pub fn open_url(self, url: &str) -> bool {
        let start = format!("{}{}", browser::origin(), self.base());
        let Some(address) = url.strip_prefix(start.as_str()) else { return false };
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let atlas = self.atlas();
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        if link.is_embed || link::is_file(address) {
            return false;
        }
        let is_here = link.route == self.route.get_untracked();
        self.open(link.route);
        self.set_notices(link.notices);
        self.follow_hash(hash, is_here);
        true
    }

    /// Shows all values of a facet, or only the first again.
    pub fn toggle_expanded(self, facet: Facet) {
        self.expanded.update(|facets| toggle(facets, facet));
    }

    /// Shows the values of a facet that have no results as well, or hides them again.
    pub fn toggle_empty(self, facet: Facet) {
        self.with_empty.update(|facets| toggle(facets, facet));
    }

    /// Goes on to the next theme, and keeps it for the next visit.
    pub fn switch_theme(self) {
        let next = theme::after(self.theme.get_untracked());
        theme::choose(next);
        self.theme.set(next);
    }

    /// Takes a notice away, by its position.
    pub fn dismiss(self, idx: usize) {
        self.notices.update(|notices| {
            if idx < notices.len() {
                notices.remove(idx);
            }
        });
        browser::keep_focus(browser::focused_id(), self.heading_id());
    }

    /// Shows these notices. The same ones again change nothing, and so make nothing anew: each
    /// keystroke says so.
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
