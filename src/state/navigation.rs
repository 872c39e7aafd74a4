//! Application of steps to the browser: history, page, scroll position and focus.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    Explorer, Focus, HistoryEntry, Overlay, Presentation, Scroll, Step, browser,
    history::{HistoryWrite, ScrollPosition},
    ids::{SEARCH_ID, STATUS_ID},
    step::route_for_presentation,
    theme,
};
use crate::link::{self, Provenance, Route};

/// Delay between the last keystroke and the new address, in milliseconds. Browsers allow only about a
/// hundred changes of the address in half a minute.
const WRITE_DELAY_MILLIS: u32 = 250;

/// Delay between a change and the new title of the page, in milliseconds: the frame of the change is
/// painted by then.
const TITLE_DELAY_MILLIS: u32 = 50;

/// Delay between a change and its announcement, in milliseconds: longer than the pause between two
/// keystrokes, so that a screen reader speaks once.
const ANNOUNCE_DELAY_MILLIS: u32 = 700;

/// Delay between scrolling and storing the position, in milliseconds. Browsers allow only about a
/// hundred changes of the history in half a minute; this makes at most fifty.
const SCROLL_DELAY_MILLIS: u32 = 600;

/// Number of frames in which a restored scroll position is corrected.
const N_CORRECTIONS: u32 = 2;

/// Fragment of an address that opens the share dialog. A frame with an unusable address links to it.
const SHARE_HASH: &str = "share";

impl Explorer {
    /// Applies a step. Every step except typing also updates the search field.
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
            self.history.write(&self.href(&step.route), HistoryWrite::Push);
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
            Focus::KeepOrHeading => browser::restore_focus(focused, self.heading_id()),
            Focus::Heading => browser::focus(self.heading_id()),
        }
    }

    /// Scrolls to the element that a fragment names, or to the top. `is_current` is `true` if only
    /// the fragment of the address changed.
    pub(super) fn go_to_hash(self, hash: &str, is_current: bool) {
        if hash.is_empty() {
            return browser::scroll_to_top();
        }
        // A new page has pushed an entry already; another fragment of the same page has not.
        let write = if is_current { HistoryWrite::Push } else { HistoryWrite::Replace };
        self.history.write(&format!("{}#{hash}", self.url_of_route()), write);
        let hash = hash.to_owned();
        request_animation_frame(move || browser::reveal(&hash));
    }

    /// Shows the route of another history entry, at its last scroll position.
    pub(super) fn on_popstate(self, state: &JsValue) {
        self.forget_scroll();
        let position = self.history.enter(state);
        self.stop_typing();
        let address = browser::address_below(&self.base());
        let atlas = self.atlas();
        let link = link::read(&address, &atlas.dataset, atlas.catalog());
        self.show(link.route);
        self.set_notices(link.notices);
        browser::set_value(SEARCH_ID, &self.text());
        self.restore_scroll(position);
    }

    /// Handles scrolling: stores the position after a delay.
    pub(super) fn on_scroll(self) {
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

    /// Cancels pending updates of the scroll position, because another entry is shown.
    fn forget_scroll(self) {
        self.pending.update_value(|pending| {
            pending.scroll = None;
            pending.restore = None;
        });
    }

    /// Scrolls to a position of the current entry in the next frame. Renders the rest of a list before;
    /// the page of a record is scrolled after it has arrived.
    fn restore_scroll(self, position: ScrollPosition) {
        if self.is_page_missing() {
            return self.pending.update_value(|pending| pending.restore = Some(position));
        }
        self.in_next_frame(move || {
            let is_page = self.presentation() == Presentation::Page;
            if position.y_px > 0 && is_page && untrack(|| self.shows_list()) {
                self.complete_list();
            }
            scroll_to_position(position, N_CORRECTIONS);
        });
    }

    /// Restores the scroll position of a page that has just arrived.
    pub(super) fn restore_page_scroll(self) {
        let mut position = None;
        self.pending.update_value(|pending| position = pending.restore.take());
        if let Some(position) = position {
            self.restore_scroll(position);
        }
    }

    /// Handles leaving or reloading the page: writes everything that is pending.
    pub(super) fn on_page_hide(self) {
        self.flush_address();
        self.history.leave();
    }

    fn show(self, route: Route) {
        self.route.set(route);
        self.after_change();
        if self.presentation() == Presentation::Embed {
            self.notify_parent();
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
            self.load_relaxations();
        }
        // Setting the title takes a browser some milliseconds, so it waits for the next frame.
        let set_title = move || browser::set_title(&untrack(|| self.title()));
        let title = Timeout::new(TITLE_DELAY_MILLIS, set_title);
        let timer = Timeout::new(ANNOUNCE_DELAY_MILLIS, move || self.announce());
        self.pending.update_value(|pending| {
            pending.title = Some(title);
            pending.announce = Some(timer);
        });
    }

    /// Announces the view to screen readers, unless it was the last announcement.
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

    /// Calls `run` in the next frame, unless another dataset is shown by then.
    pub(super) fn in_next_frame(self, run: impl FnOnce() + 'static) {
        request_animation_frame(move || {
            if !self.route.is_disposed() {
                run();
            }
        });
    }

    /// Posts the current view of a frame to its parent page.
    fn notify_parent(self) {
        let atlas = self.atlas();
        let route = untrack(|| self.full_page_route());
        let view = link::address(&route, &atlas.dataset, atlas.catalog());
        browser::post_to_parent("rustscape:navigate", "view", &view);
    }

    /// Starts the page: makes the address canonical, and scrolls to its fragment or to the position
    /// before a reload.
    pub fn start(self) {
        let atlas = self.atlas();
        browser::set_accent(atlas.dataset.accent.as_deref());
        browser::set_language(atlas.dataset.lang(), atlas.dataset.dir());
        // Screen readers read the initial sentence as part of the page.
        let announced = untrack(|| self.announcement());
        self.pending.update_value(|pending| pending.announced = announced);
        if self.is_published() {
            self.catch_up();
        }
        // A published frame has the default options up to here.
        if self.presentation() == Presentation::Embed {
            let parts = self.embed_options.with_untracked(|options| options.parts);
            browser::set_root_attribute("data-stage", Some("frame"));
            browser::set_root_attribute("data-show", Some(&parts.keys()));
        }
        // Read before writing the address, which drops the fragment of the share dialog.
        let hash = browser::hash();
        let opens_share = hash == SHARE_HASH;
        let anchor =
            if hash.is_empty() || opens_share { String::new() } else { format!("#{hash}") };
        self.history.write(&(self.url_of_route() + &anchor), HistoryWrite::Replace);
        self.after_change();
        if opens_share {
            return self.open_overlay(Overlay::Share);
        }
        self.set_initial_scroll(hash);
    }

    fn set_initial_scroll(self, hash: String) {
        // A local file replaces the dataset of a page that is open already, and starts at its top.
        let is_file = matches!(self.provenance(), Provenance::File(_));
        let position = self.history.position().filter(|position| position.y_px > 0);
        match position.filter(|_| !is_file) {
            Some(position) => self.restore_scroll(position),
            None => request_animation_frame(move || browser::reveal(&hash)),
        }
    }

    /// Applies the address of the window to a published page, which may show a wider view, and the
    /// text that the reader typed before the application started.
    fn catch_up(self) {
        let address = browser::address_below(&self.base());
        let atlas = self.atlas();
        let link = link::read(&address, &atlas.dataset, atlas.catalog());
        self.theme.set(theme::current());
        self.embed_options.set(link.embed_options);
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
        let write = move || self.history.write(&self.url_of_route(), HistoryWrite::Replace);
        let timer = Timeout::new(WRITE_DELAY_MILLIS, write);
        self.pending.update_value(|pending| pending.write = Some(timer));
    }

    /// Writes the address now if typing has delayed it.
    pub(super) fn flush_address(self) {
        let mut is_due = false;
        self.pending.update_value(|pending| is_due = pending.write.take().is_some());
        if is_due {
            self.history.write(&self.url_of_route(), HistoryWrite::Replace);
        }
    }
}

/// Scrolls to a position, and corrects it in the next frames: cards get their real heights only when
/// they are laid out.
fn scroll_to_position(position: ScrollPosition, n_corrections: u32) {
    let anchor = position.anchor.as_ref();
    let y_px = anchor.and_then(|(href, top_px)| Some(browser::link_top_px(href)? - top_px));
    browser::scroll_to(y_px.unwrap_or(position.y_px));
    if y_px.is_some() && n_corrections > 0 {
        request_animation_frame(move || scroll_to_position(position, n_corrections - 1));
    }
}
