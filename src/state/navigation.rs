//! The edge to the browser: a step becomes a change of history, page, scroll position and focus.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    Explorer, Focus, HistoryEntry, Overlay, Presentation, Scroll, Step, browser,
    history::{Entry, ScrollPosition},
    ids::{SEARCH_ID, STATUS_ID},
    step::route_for_presentation,
    theme,
};
use crate::link::{self, Provenance, Route};

/// Delay between the last keystroke and the new address, in milliseconds. Browsers refuse more
/// than about a hundred changes of the address in half a minute.
const WRITE_DELAY_MILLIS: u32 = 250;

/// Delay between a change and the new title of the page, in milliseconds: by then its frame is on the
/// screen.
const TITLE_DELAY_MILLIS: u32 = 50;

/// Delay between a change and its announcement, in milliseconds: longer than the pause
/// between two keystrokes, so that a screen reader speaks once.
const ANNOUNCE_DELAY_MILLIS: u32 = 700;

/// Delay between scrolling and writing the position down, in milliseconds. Browsers
/// refuse more than about a hundred changes of the history in half a minute; this makes fifty.
const SCROLL_DELAY_MILLIS: u32 = 600;

/// Frames in which a restored scroll position is corrected.
const N_CORRECTIONS: u32 = 2;

/// The end of an address that opens the dialog which shares the view: frames lead there where their
/// own address has a mistake.
const SHARE_HASH: &str = "share";

impl Explorer {
    /// Does a step. All but typing writes the words of the new route into the search field.
    pub(super) fn commit(self, step: Step) {
        let focused = browser::focused_id();
        let is_typing = step.focus == Focus::Keep;
        if !is_typing {
            self.flush_address();
            self.stop_typing();
            self.forget_scroll();
            self.set_notices(Vec::new());
        }
        if step.entry == HistoryEntry::Push {
            self.history.write(&self.href(&step.route), Entry::Push);
        }
        if step.scroll == Scroll::Top {
            browser::scroll_to_top();
        }
        self.show(step.route);
        if step.entry == HistoryEntry::ReplaceLater {
            self.write_later();
        }
        if !is_typing {
            browser::set_value(SEARCH_ID, &self.text());
        }
        match step.focus {
            Focus::Keep => {}
            Focus::KeepOrHeading => browser::keep_focus(focused, self.heading_id()),
            Focus::Heading => browser::focus(self.heading_id()),
        }
    }

    /// Scrolls to what an address names in its page, or to the top. `is_here` is true where only that
    /// part of the address changed.
    pub(super) fn follow_hash(self, hash: &str, is_here: bool) {
        if hash.is_empty() {
            return browser::scroll_to_top();
        }
        // What is named in the page is a part of its entry, and a step of its own on one page.
        let entry = if is_here { Entry::Push } else { Entry::Replace };
        self.history.write(&format!("{}#{hash}", self.url_of_route()), entry);
        let hash = hash.to_owned();
        request_animation_frame(move || browser::reveal(&hash));
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
        self.set_notices(link.notices);
        browser::set_value(SEARCH_ID, &self.text());
        self.restore_scroll(position);
    }

    /// Notes that the page is being scrolled: its position is written down once a while later.
    pub(super) fn has_scrolled(self) {
        let is_due = self.pending.with_value(|pending| pending.scroll.is_some());
        if is_due || self.presentation() == Presentation::Embed {
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
            let is_page = self.presentation() == Presentation::Page;
            if 0 < position.y_px && is_page && untrack(|| self.shows_list()) {
                self.complete_list();
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

    fn show(self, route: Route) {
        self.route.set(route);
        self.after_change();
        if self.presentation() == Presentation::Embed {
            self.tell_host();
        }
    }

    fn after_change(self) {
        let is_list = untrack(|| self.shows_list());
        browser::set_root_attribute("data-page", (!is_list).then_some("record"));
        if !is_list {
            self.list.pause();
            self.fetch_page();
        } else if self.presentation() == Presentation::Page {
            self.grow_list();
        }
        if is_list {
            self.load_ways_out();
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
        let route = untrack(|| self.full_page_route());
        let view = link::address(&route, &atlas.dataset, atlas.catalog());
        browser::post_to_host("rustscape:navigate", "view", &view);
    }

    /// Starts to follow the reader: the address is made canonical, and the page scrolls to what the
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
        if self.presentation() == Presentation::Embed {
            let parts = self.look.with_untracked(|look| look.parts);
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
            return self.open_overlay(Overlay::Share);
        }
        self.begin_scroll(hash);
    }

    fn begin_scroll(self, hash: String) {
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
        self.theme.set(theme::as_opened());
        self.look.set(link.look);
        self.set_notices(link.notices);
        let route = route_for_presentation(link.route, self.presentation(), &atlas);
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

    fn write_later(self) {
        let write = move || self.history.write(&self.url_of_route(), Entry::Replace);
        let timer = Timeout::new(WRITE_DELAY_MILLIS, write);
        self.pending.update_value(|pending| pending.write = Some(timer));
    }

    /// Writes what typing has left to be written.
    pub(super) fn flush_address(self) {
        let mut is_due = false;
        self.pending.update_value(|pending| is_due = pending.write.take().is_some());
        if is_due {
            self.history.write(&self.url_of_route(), Entry::Replace);
        }
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
