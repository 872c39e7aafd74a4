//! Methods of the explorer that render the cards of the list.

use std::hash::{Hash as _, Hasher as _};

use leptos::prelude::*;
use rustc_hash::FxHasher;

use super::{
    Explorer, browser, ids::MORE_CARDS_ID, incremental_list::n_filling, page_rows::n_page_rows,
};
use crate::{
    markup::{card, card_rows, card_rows_id, n_card_rows},
    search::{Group, Query},
};

impl Explorer {
    /// Returns the HTML of the cards in the first frame of a list. Later frames add the others.
    pub fn first_cards(self) -> String {
        let list = self.query.with(list_id);
        let results = self.results.get();
        let sizes = results.groups.iter().map(card_size);
        let n_first = self.list.first(list, sizes);
        // Two lists may begin with the same cards. The number makes their texts differ, so that a memo
        // of them notices the change.
        format!("<!--{list}-->{}", self.cards(0, n_first))
    }

    /// Adds cards with about `n_rows` rows after the first `start` cards. Returns the new number of
    /// cards.
    pub(super) fn add_cards(self, start: usize, n_rows: usize) -> usize {
        let results = self.results.get_untracked();
        let sizes = results.groups.iter().skip(start).map(card_size);
        let end = start + n_filling(sizes, n_rows);
        browser::append_html(MORE_CARDS_ID, &self.cards(start, end));
        end
    }

    /// Returns the groups of the list that a published page does not show as cards.
    pub fn other_groups(self) -> Vec<Group> {
        let results = self.results.get_untracked();
        let sizes = results.groups.iter().map(card_size);
        let n_first = n_filling(sizes, self.route.with_untracked(n_page_rows));
        results.groups.iter().skip(n_first).cloned().collect()
    }

    /// Returns the HTML of the cards in a range of the list.
    fn cards(self, start: usize, end: usize) -> String {
        let results = self.results.get_untracked();
        let list = self.query.with_untracked(list_id);
        let is_open = |org| self.open_cards.with_value(|cards| cards.contains(&(list, org)));
        self.with_site(|site| {
            let groups = results.groups.iter().skip(start).take(end - start);
            let card = |group: &Group| card(site, group, &results, is_open(group.org));
            groups.map(|group| card(group).into_string()).collect()
        })
    }

    /// Shows all projects of an organization in its card, also when the same list is rendered again.
    /// The focus moves to the first of the new rows.
    pub(super) fn show_all_rows(self, org_id: &str) {
        let results = self.results.get_untracked();
        let org = self.atlas().dataset.find_org(org_id);
        let Some(group) = results.groups.iter().find(|group| Some(group.org) == org) else {
            return;
        };
        let list = self.query.with_untracked(list_id);
        self.open_cards.update_value(|cards| cards.push((list, group.org)));
        let n_projects = group.projects.len();
        self.with_site(|site| {
            let id = card_rows_id(site.dataset.org(group.org));
            let rows = card_rows(site, group, &results, n_projects);
            browser::set_html(&id, &rows.into_string());
            browser::focus_link(&id, n_card_rows(n_projects));
        });
    }

    /// Grows the list in the coming frames.
    pub(super) fn grow_list(self) {
        let list = self.query.with_untracked(list_id);
        self.list.grow(list, move |start, n_rows| self.add_cards(start, n_rows));
    }

    /// Adds the rest of the list at once, because restoring a scroll position needs its full height.
    pub(super) fn complete_list(self) {
        let list = self.query.with_untracked(list_id);
        self.list.complete(list, move |start, n_rows| self.add_cards(start, n_rows));
    }
}

/// Returns the number of rows of the card of a group.
fn card_size(group: &Group) -> usize {
    n_card_rows(group.projects.len())
}

/// Returns a hash that identifies the list of a query.
fn list_id(query: &Query) -> u64 {
    let mut hasher = FxHasher::default();
    query.hash(&mut hasher);
    hasher.finish()
}
