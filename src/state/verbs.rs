//! The verbs of the explorer: what a reader does.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    Explorer, Over, SEARCH_ID, STATUS_ID, Scene, Stage, browser,
    explorer::{list_id, staged},
    history::{Entry, ScrollPosition},
    page_events::open_over,
    theme,
};
use crate::{
    link::{self, Asked, Notice, Provenance, Route},
    search::{Part, Query, SortBy, Typed, Typing, YearRange, read_typed},
};

/// How long typing has to rest before the address follows, in milliseconds. Browsers refuse more
/// than about a hundred changes of the address in half a minute.
const WRITE_DELAY_MILLIS: u32 = 250;

/// How long after a change the page is named, in milliseconds: when its frame is on the screen.
const TITLE_DELAY_MILLIS: u32 = 50;

/// How long a view has to rest before it is announced, in milliseconds: longer than the pause
/// between two keystrokes, so that a screen reader speaks once.
const ANNOUNCE_DELAY_MILLIS: u32 = 700;

/// Delay between scrolling and writing the position down, in milliseconds. Browsers
/// refuse more than about a hundred changes of the history in half a minute; this makes fifty.
const SCROLL_DELAY_MILLIS: u32 = 600;

/// Frames in which a restored scroll position is corrected.
const N_CORRECTIONS: u32 = 2;

/// What stands behind an address that opens the dialog which shares the view: frames lead there
/// where their own address has a mistake.
const SHARE_HASH: &str = "share";

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

    /// Changes what is open or chosen around the results.
    pub fn set_scene(self, change: impl FnOnce(&mut Scene)) {
        self.scene.update(change);
    }

    /// Follows what is typed: words are searched for at once, a qualifier becomes a refinement as
    /// soon as something follows it.
    pub fn type_text(self, input: &str) {
        let (query, rest) = self.understand(input, Typing::Going);
        let has_refined = rest.is_some();
        if let Some(rest) = rest {
            browser::set_value(SEARCH_ID, &rest);
        }
        self.pending.update_value(|pending| pending.is_unfinished = true);
        let route = Route::Explore(query);
        if route == self.route.get_untracked() {
            return;
        }
        let is_first = !self.pending.with_value(|pending| pending.is_typing) || has_refined;
        self.pending.update_value(|pending| pending.is_typing = true);
        if is_first {
            self.history.write(&self.href(&route), Entry::Push);
            browser::scroll_to_top();
            self.show(route);
        } else {
            self.show(route);
            self.write_later();
        }
    }

    /// The reader is done typing: what is left in the field is understood as it stands.
    pub fn finish_typing(self) {
        if !self.pending.with_value(|pending| pending.is_unfinished) {
            return;
        }
        let (query, rest) = self.understand(&browser::value(SEARCH_ID), Typing::Rested);
        if let Some(rest) = rest {
            browser::set_value(SEARCH_ID, &rest);
            self.ask(query);
        }
        self.flush_address();
        self.stop_typing();
    }

    /// Empties the search field; an empty one loses the focus.
    pub fn clear_text(self) {
        if browser::value(SEARCH_ID).is_empty() {
            return browser::focus(self.heading_id());
        }
        browser::set_value(SEARCH_ID, "");
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
        let start = format!("{}{}", browser::origin(), self.base());
        let Some(address) = url.strip_prefix(start.as_str()) else { return false };
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let atlas = self.atlas();
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        if link.is_embed || link::is_file(address) {
            return false;
        }
        let is_here = link.route == self.route.get_untracked();
        self.step_to(link.route);
        self.tell(link.notices);
        if hash.is_empty() {
            browser::scroll_to_top();
        } else {
            // What is named in the page is a part of its entry, and a step of its own on one page.
            let entry = if is_here { Entry::Push } else { Entry::Replace };
            self.history.write(&format!("{}#{hash}", self.url_of_route()), entry);
            let hash = hash.to_owned();
            request_animation_frame(move || browser::reveal(&hash));
        }
        true
    }

    /// Shows what another entry of the history stands for, and where that was scrolled to.
    pub(super) fn follow_history(self, state: &JsValue) {
        self.forget_scroll();
        let position = self.history.follow(state);
        self.stop_typing();
        let address = browser::address_below(&self.base());
        let atlas = self.atlas();
        let link = link::read(&address, &atlas.dataset, atlas.catalog());
        self.show(link.route);
        self.tell(link.notices);
        browser::set_value(SEARCH_ID, self.text().as_str());
        self.restore_scroll(position);
    }

    /// Notes that the page is being scrolled: its position is written down once a while later.
    pub(super) fn has_scrolled(self) {
        let is_due = self.pending.with_value(|pending| pending.scroll.is_some());
        if is_due || self.stage() == Stage::Frame {
            return;
        }
        let keep = move || {
            self.pending.update_value(|pending| pending.scroll = None);
            self.history.keep_position();
        };
        let timer = Timeout::new(SCROLL_DELAY_MILLIS, keep);
        self.pending.update_value(|pending| pending.scroll = Some(timer));
    }

    /// Gives up what would be written of the scroll position, as another entry is shown.
    fn forget_scroll(self) {
        self.pending.update_value(|pending| {
            pending.scroll = None;
            pending.restore = None;
        });
    }

    /// Scrolls to a position of the entry that is shown, from the next frame on. A list is made
    /// whole before; a page of a record that is still on its way is scrolled when it is there.
    fn restore_scroll(self, position: ScrollPosition) {
        if self.is_page_missing() {
            return self.pending.update_value(|pending| pending.restore = Some(position));
        }
        self.in_next_frame(move || {
            if 0 < position.y_px && untrack(|| self.shows_list()) && self.stage() == Stage::Page {
                let list = self.query.with_untracked(list_id);
                self.mounting.complete(list, move |start, n_rows| self.add_cards(start, n_rows));
            }
            scroll_to_position(position, N_CORRECTIONS);
        });
    }

    /// Scrolls to where the page that has just arrived was scrolled before.
    pub(super) fn restore_page_scroll(self) {
        let mut position = None;
        self.pending.update_value(|pending| position = pending.restore.take());
        if let Some(position) = position {
            self.restore_scroll(position);
        }
    }

    /// The page is left or reloaded.
    pub(super) fn leave_page(self) {
        self.flush_address();
        self.history.leave();
    }

    /// Shows the answer to a query, as one step of the history.
    fn ask(self, query: Query) {
        self.step_to(Route::Explore(query));
    }

    /// Shows a route as one step of the history, from its top.
    fn step_to(self, route: Route) {
        let route = staged(route, self.stage(), &self.atlas());
        if route == self.route.get_untracked() {
            return;
        }
        self.flush_address();
        self.stop_typing();
        self.forget_scroll();
        self.tell(Vec::new());
        let focused = browser::focused_id();
        self.history.write(&self.href(&route), Entry::Push);
        browser::scroll_to_top();
        self.show(route);
        browser::set_value(SEARCH_ID, self.text().as_str());
        browser::keep_focus(focused, self.heading_id());
    }

    fn show(self, route: Route) {
        self.route.set(route);
        self.after_change();
        if self.stage() == Stage::Frame {
            self.tell_host();
        }
    }

    /// Shows these notices. The same ones again change nothing, and so make nothing anew: each
    /// keystroke says so.
    fn tell(self, notices: Vec<Notice>) {
        if self.scene.with_untracked(|scene| scene.notices != notices) {
            self.scene.update(|scene| scene.notices = notices);
        }
    }

    /// What the search field is to hold: the words of the list, nothing on a record's page.
    fn text(self) -> String {
        match self.route.get_untracked() {
            Route::Explore(query) => query.text().to_owned(),
            _ => String::new(),
        }
    }

    fn after_change(self) {
        let is_list = untrack(|| self.shows_list());
        browser::set_root_attribute("data-page", (!is_list).then_some("record"));
        if !is_list {
            self.mounting.pause();
            self.fetch_page();
        } else if self.stage() == Stage::Page {
            let list = self.query.with_untracked(list_id);
            let add = move |start, n_rows| self.add_cards(start, n_rows);
            self.mounting.grow(list, add);
        }
        // Naming the page takes a browser some milliseconds: after the frame that is waited for.
        let name = move || browser::set_title(&untrack(|| self.title()));
        let title = Timeout::new(TITLE_DELAY_MILLIS, name);
        let timer = Timeout::new(ANNOUNCE_DELAY_MILLIS, move || self.announce());
        self.pending.update_value(|pending| {
            pending.title = Some(title);
            pending.announce = Some(timer);
        });
    }

    /// Tells screen readers what is shown, unless that is what they were told or have read last.
    fn announce(self) {
        let text = untrack(|| self.announcement());
        let mut is_new = false;
        self.pending.update_value(|pending| {
            is_new = pending.announced != text;
            pending.announced.clone_from(&text);
        });
        if is_new {
            browser::set_text(STATUS_ID, &text);
        }
    }

    /// Does something in the next frame, unless another dataset is shown by then.
    pub(super) fn in_next_frame(self, act: impl FnOnce() + 'static) {
        request_animation_frame(move || {
            if !self.route.is_disposed() {
                act();
            }
        });
    }

    /// Tells the page around a frame which view is in it.
    fn tell_host(self) {
        let atlas = self.atlas();
        let view = link::address(&untrack(|| self.whole()), &atlas.dataset, atlas.catalog());
        browser::post_to_host("rustscape:navigate", "view", &view);
    }

    /// What is shown first: the address is made canonical, and the page scrolls to what the
    /// address names in it, or to where it was scrolled before a reload.
    pub fn begin(self) {
        let atlas = self.atlas();
        browser::set_brand(atlas.dataset.accent.as_deref());
        browser::set_language(atlas.dataset.lang(), atlas.dataset.dir());
        // It is there to be read from the start.
        let announced = untrack(|| self.announcement());
        self.pending.update_value(|pending| pending.announced = announced);
        if self.is_published() {
            self.catch_up();
        }
        // A published page has the usual look until it has caught up.
        if self.stage() == Stage::Frame {
            let parts = self.scene.with_untracked(|scene| scene.look.parts);
            browser::set_root_attribute("data-stage", Some("frame"));
            browser::set_root_attribute("data-show", Some(&parts.keys()));
        }
        // Read first: what is written stays the address, also for a reload.
        let hash = browser::hash();
        let is_shared = hash == SHARE_HASH;
        let anchor = if hash.is_empty() || is_shared { String::new() } else { format!("#{hash}") };
        self.history.write(&(self.url_of_route() + &anchor), Entry::Replace);
        self.after_change();
        if is_shared {
            return open_over(self, Over::Share);
        }
        // A file is opened in a page that is already there, and begins at its top.
        let is_file = matches!(self.provenance(), Provenance::File(_));
        let position = self.history.position().filter(|position| 0 < position.y_px);
        match position.filter(|_| !is_file) {
            Some(position) => self.restore_scroll(position),
            None => request_animation_frame(move || browser::reveal(&hash)),
        }
    }

    /// Goes on from what a published page shows to what its address asks for, and to what the reader
    /// has chosen or typed before the page could follow.
    fn catch_up(self) {
        let address = browser::address_below(&self.base());
        let atlas = self.atlas();
        let link = link::read(&address, &atlas.dataset, atlas.catalog());
        let (theme, look) = (theme::as_opened(), link.look);
        if self.scene.with_untracked(|scene| scene.theme != theme || scene.look != look) {
            self.scene.update(|scene| (scene.theme, scene.look) = (theme, look));
        }
        self.tell(link.notices);
        let route = staged(link.route, self.stage(), &atlas);
        if route != self.route.get_untracked() {
            self.route.set(route);
        }
        let typed = browser::value(SEARCH_ID);
        if typed.is_empty() {
            browser::set_value(SEARCH_ID, &self.text());
        } else if typed != self.text() {
            self.in_next_frame(move || self.type_text(&typed));
        }
    }

    /// Reads the search field. The second value is what stays in it, where that has changed.
    fn understand(self, input: &str, typing: Typing) -> (Query, Option<String>) {
        let atlas = self.atlas();
        let typed = read_typed(input, typing, atlas.catalog());
        let query = refined(self.query.get_untracked(), &typed).with_text(&typed.text);
        let has_refined = has_refined(&typed);
        let notices = typed.unknown.into_iter().map(|unknown| Notice::UnknownValue {
            asked: Asked::Search,
            polarity: unknown.polarity,
            facet: unknown.facet,
            value: unknown.value,
            suggestion: unknown.suggestion,
        });
        self.tell(notices.collect());
        let rest = [Some(typed.text), typed.pending].into_iter().flatten();
        let rest = rest.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        (query, has_refined.then_some(rest))
    }

    fn write_later(self) {
        let write = move || self.history.write(&self.url_of_route(), Entry::Replace);
        let timer = Timeout::new(WRITE_DELAY_MILLIS, write);
        self.pending.update_value(|pending| pending.write = Some(timer));
    }

    /// Writes what typing has left to be written.
    fn flush_address(self) {
        let mut is_due = false;
        self.pending.update_value(|pending| is_due = pending.write.take().is_some());
        if is_due {
            self.history.write(&self.url_of_route(), Entry::Replace);
        }
    }

    fn stop_typing(self) {
        self.pending.update_value(|pending| {
            pending.write = None;
            pending.is_typing = false;
            pending.is_unfinished = false;
        });
    }
}

/// Scrolls to a position. What comes into the window is laid out only then and may turn out higher
/// or lower than it was thought to be, so the frames after are looked at as well.
fn scroll_to_position(position: ScrollPosition, n_corrections: u32) {
    let anchor = position.anchor.as_ref();
    let y_px = anchor.and_then(|(href, top_px)| Some(browser::link_top_px(href)? - top_px));
    browser::scroll_to(y_px.unwrap_or(position.y_px));
    if y_px.is_some() && 0 < n_corrections {
        request_animation_frame(move || scroll_to_position(position, n_corrections - 1));
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
