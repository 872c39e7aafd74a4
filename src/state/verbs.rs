//! The verbs of the explorer: what a reader does.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    CARDS_ID, Explorer, HEADING_ID, browser,
    explorer::{list_id, list_of},
    history::Entry,
};
use crate::{
    link::{self, Notice, Route},
    search::{Part, Query, SortBy, Typed, Typing, YearRange, read_typed},
};

/// How long typing has to rest before the address follows, in milliseconds. Browsers refuse more
/// than about a hundred changes of the address in half a minute.
const WRITE_DELAY_MILLIS: u32 = 250;

/// How long a view has to rest before it is announced, in milliseconds: longer than the pause
/// between two keystrokes, so that a screen reader speaks once.
const ANNOUNCE_DELAY_MILLIS: u32 = 700;

impl Explorer {
    /// Chooses a value that is written as in the search field (`-domain:cdn`), or takes the same
    /// choice back.
    pub fn toggle(self, qualifier: &str) {
        let typed = read_typed(qualifier, Typing::Rested, self.atlas().catalog());
        let query = self.query.get_untracked();
        self.ask(typed.refinements.into_iter().fold(query, Query::toggled));
    }

    /// Asks for one year, or takes that back.
    pub fn toggle_year(self, year: u16) {
        let query = self.query.get_untracked();
        let only = YearRange::new(Some(year), Some(year));
        let years = if query.years() == only { YearRange::default() } else { only };
        self.ask(query.with_years(years));
    }

    /// Asks for years from this one on; `None` leaves that end open.
    pub fn set_first_year(self, from: Option<u16>) {
        let query = self.query.get_untracked();
        let years = YearRange::new(from, query.years().to);
        self.ask(query.with_years(years));
    }

    /// Asks for years up to this one; `None` leaves that end open.
    pub fn set_last_year(self, to: Option<u16>) {
        let query = self.query.get_untracked();
        let years = YearRange::new(query.years().from, to);
        self.ask(query.with_years(years));
    }

    /// Asks for another order, if it is one.
    pub fn set_sort(self, sort: Option<SortBy>) {
        if let Some(sort) = sort {
            self.ask(self.query.get_untracked().with_sort(sort));
        }
    }

    /// Opens an address below the atlas.
    pub fn go(self, address: &str) {
        let atlas = self.atlas();
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        self.step_to(link.route);
    }

    /// Takes a notice away, by its position.
    pub fn dismiss(self, idx: usize) {
        self.notices.update(|notices| {
            if idx < notices.len() {
                notices.remove(idx);
            }
        });
    }

    /// Follows what is typed: words are searched for at once, a qualifier becomes a refinement as
    /// soon as something follows it.
    pub fn type_text(self, input: &str) {
        self.draft.set(input.to_owned());
        let (query, rest) = self.understand(input, Typing::Going);
        let has_refined = rest.is_some();
        if let Some(rest) = rest {
            self.draft.set(rest);
        }
        let is_same = query == self.query.get_untracked();
        if is_same && matches!(self.route.get_untracked(), Route::Explore(_)) {
            return;
        }
        let is_first = !self.is_typing.get_value() || has_refined;
        self.is_typing.set_value(true);
        self.show(Route::Explore(query));
        if is_first {
            self.history.write(&self.url_of_route(), Entry::Push);
        } else {
            self.write_later();
        }
    }

    /// The reader is done typing: what is left in the field is understood as it stands.
    pub fn finish_typing(self) {
        let input = self.draft.get_untracked();
        let (query, rest) = self.understand(&input, Typing::Rested);
        if let Some(rest) = rest {
            self.draft.set(rest);
            self.ask(query);
        }
        self.flush_address();
        self.is_typing.set_value(false);
    }

    /// Empties the search field; an empty one loses the focus.
    pub fn clear_text(self) {
        if self.draft.get_untracked().is_empty() {
            return browser::focus(HEADING_ID);
        }
        self.draft.set(String::new());
        self.ask(self.query.get_untracked().without(Part::Text));
    }

    /// Refines by a value that is written as in the search field (`domain:proxy`). Says whether
    /// there is such a value.
    pub fn refine_by(self, qualifier: &str) -> bool {
        let typed = read_typed(qualifier, Typing::Rested, self.atlas().catalog());
        let is_taken = has_refined(&typed);
        if is_taken {
            self.ask(refined(self.query.get_untracked(), &typed));
        }
        is_taken
    }

    /// Opens an address of the atlas. Says whether it is one.
    pub fn open_url(self, url: &str) -> bool {
        let start = self.base.with_value(|base| format!("{}{base}", browser::origin()));
        let Some(address) = url.strip_prefix(start.as_str()) else { return false };
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let atlas = self.atlas();
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        if link.is_embed || is_file(address) {
            return false;
        }
        let hash = hash.to_owned();
        if hash.is_empty() {
            browser::scroll_to(0);
        }
        self.step_to(link.route);
        self.notices.set(link.notices);
        if !hash.is_empty() {
            request_animation_frame(move || browser::reveal(&hash));
        }
        true
    }

    /// Shows what another entry of the history stands for, and where that was scrolled to.
    pub(super) fn follow_history(self, state: &JsValue) {
        let y_px = self.history.follow(state);
        self.stop_typing();
        let address = self.base.with_value(|base| browser::address_below(base));
        let atlas = self.atlas();
        let link = link::read(&address, &atlas.dataset, atlas.catalog());
        self.mounting.expect_whole(list_id(&list_of(&link.route)));
        self.show(link.route);
        self.notices.set(link.notices);
        self.draft.set(self.query.get_untracked().text().to_owned());
        request_animation_frame(move || browser::scroll_to(y_px));
    }

    /// The page is left or reloaded.
    pub(super) fn leave_page(self) {
        self.flush_address();
        self.history.keep_scroll();
    }

    /// Shows the answer to a query, as one step of the history.
    fn ask(self, query: Query) {
        self.step_to(Route::Explore(query));
    }

    /// Shows a route as one step of the history, from its top.
    fn step_to(self, route: Route) {
        if route == self.route.get_untracked() {
            return;
        }
        self.flush_address();
        self.stop_typing();
        self.notices.set(Vec::new());
        let focused = browser::focused_id();
        self.history.write(&self.href(&route), Entry::Push);
        self.show(route);
        self.draft.set(self.query.get_untracked().text().to_owned());
        browser::keep_focus(focused, HEADING_ID);
        browser::scroll_to(0);
    }

    fn show(self, route: Route) {
        if let Route::Explore(query) = &route {
            self.last_list.set_value(query.clone());
        }
        self.route.set(route);
        self.after_change();
    }

    fn after_change(self) {
        browser::set_title(&untrack(|| self.title()));
        let list = self.query.with_untracked(list_id);
        let n_cards = self.results.with_untracked(|results| results.groups.len());
        let add = move |start, end| browser::append_html(CARDS_ID, &self.cards(start, end));
        self.mounting.grow(list, n_cards, add);
        let announce = move || self.announced.set(untrack(|| self.announcement()));
        let timer = Timeout::new(ANNOUNCE_DELAY_MILLIS, announce);
        self.announce_timer.set_value(Some(timer));
    }

    /// What is shown first: the address is made canonical, and the page scrolls to what the
    /// address names in it, or to where it was scrolled before a reload.
    pub(super) fn begin(self) {
        self.history.write(&self.url_of_route(), Entry::Replace);
        let hash = browser::hash();
        let y_px = self.history.scrolled_to().filter(|y_px| 0 < *y_px);
        if y_px.is_some() {
            self.mounting.expect_whole(self.query.with_untracked(list_id));
        }
        self.after_change();
        request_animation_frame(move || match y_px {
            Some(y_px) => browser::scroll_to(y_px),
            None => browser::reveal(&hash),
        });
    }

    /// Reads the search field. The second value is what stays in it, where that has changed.
    fn understand(self, input: &str, typing: Typing) -> (Query, Option<String>) {
        let atlas = self.atlas();
        let typed = read_typed(input, typing, atlas.catalog());
        let query = refined(self.query.get_untracked(), &typed).with_text(&typed.text);
        let has_refined = has_refined(&typed);
        let notices = typed.unknown.into_iter().map(|unknown| Notice::UnknownValue {
            facet: unknown.facet,
            value: unknown.value,
            suggestion: unknown.suggestion,
        });
        self.notices.set(notices.collect());
        let rest = [Some(typed.text), typed.pending].into_iter().flatten();
        let rest = rest.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        (query, has_refined.then_some(rest))
    }

    fn write_later(self) {
        let write = move || self.history.write(&self.url_of_route(), Entry::Replace);
        self.write_timer.set_value(Some(Timeout::new(WRITE_DELAY_MILLIS, write)));
    }

    /// Writes what typing has left to be written.
    fn flush_address(self) {
        let is_due = self.write_timer.with_value(Option::is_some);
        if is_due {
            self.write_timer.set_value(None);
            self.history.write(&self.url_of_route(), Entry::Replace);
        }
    }

    fn stop_typing(self) {
        self.write_timer.set_value(None);
        self.is_typing.set_value(false);
    }
}

fn has_refined(typed: &Typed) -> bool {
    !typed.refinements.is_empty() || typed.years.is_some() || typed.sort.is_some()
}

/// A query with the qualifiers that were typed.
fn refined(mut query: Query, typed: &Typed) -> Query {
    for refinement in &typed.refinements {
        query = query.with(*refinement);
    }
    if let Some(years) = typed.years {
        query = query.with_years(years);
    }
    match typed.sort {
        Some(sort) => query.with_sort(sort),
        None => query,
    }
}

/// Whether an address is that of a file, which the server has to answer.
fn is_file(address: &str) -> bool {
    ["data/", "api/"].iter().any(|folder| address.starts_with(folder))
}
