//! The browser history, with a scroll position for each entry.

use leptos::{prelude::*, web_sys::ScrollRestoration};
use wasm_bindgen::JsValue;

use super::browser;

/// Session storage key for the address and state of the last entry: some browsers drop a history
/// state that is written while the page closes.
const LAST_ENTRY_KEY: &str = "rustscape:scroll";

/// Way of writing a change to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HistoryWrite {
    /// Adds an entry: "Back" undoes the change.
    Push,
    /// Replaces the current entry.
    Replace,
}

/// History of this page.
///
/// The state of each entry stores its number and its last scroll position, so that both survive a
/// reload. This struct stores the positions too, because the state of an entry cannot be written
/// after the reader has left it.
#[derive(Clone, Copy, Debug)]
pub(super) struct History {
    inner: StoredValue<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    /// `true` in a frame, which shares its history with the parent page and never writes to it.
    is_frozen: bool,
    current: u32,
    n_entries: u32,
    positions: Vec<(u32, ScrollPosition)>,
}

/// Scroll position: relative to the first visible link of the list, because the heights of the cards
/// above may be estimates, and in pixels in case that link no longer exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ScrollPosition {
    /// Distance from the top of the page, in CSS pixels.
    pub(super) y_px: i32,
    /// Address of the link and its distance from the top of the window, in CSS pixels.
    pub(super) anchor: Option<(String, i32)>,
}

impl History {
    /// Creates a history that is never written to.
    pub(super) fn frozen() -> Self {
        Self { inner: StoredValue::new(Inner { is_frozen: true, ..Inner::default() }) }
    }

    /// Takes over the history of the page: this module restores scroll positions from now on.
    pub(super) fn take_over() -> Self {
        let mut inner = Inner::default();
        let history = browser::window().and_then(|window| window.history().ok());
        if let Some(history) = &history {
            // If this is not allowed, the browser goes on restoring them.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        // An entry with a number was written before a reload or a navigation to another site.
        let known = history.and_then(|history| read_state(&history.state().ok()?));
        if let Some((id, position)) = known {
            let position = last_position(id).or(position);
            inner.current = id;
            inner.n_entries = id;
            inner.positions.extend(position.map(|position| (id, position)));
        }
        Self { inner: StoredValue::new(inner) }
    }

    /// Writes an address. A browser may refuse after too many changes in a short time; then the old
    /// address stays.
    pub(super) fn write(self, url: &str, write: HistoryWrite) {
        if self.inner.with_value(|inner| inner.is_frozen) {
            return;
        }
        if write == HistoryWrite::Push {
            self.keep_position();
            self.inner.update_value(|inner| {
                inner.n_entries += 1;
                inner.current = inner.n_entries;
                let current = inner.current;
                inner.positions.retain(|(id, _)| *id < current);
            });
        }
        self.write_state(Some(url), write);
    }

    fn write_state(self, url: Option<&str>, write: HistoryWrite) {
        let Some(history) = browser::window().and_then(|window| window.history().ok()) else {
            return;
        };
        let state = JsValue::from_str(&self.state());
        let _ = match write {
            HistoryWrite::Push => history.push_state_with_url(&state, "", url),
            HistoryWrite::Replace => history.replace_state_with_url(&state, "", url),
        };
    }

    /// Stores the scroll position of the current entry if it has changed.
    pub(super) fn keep_position(self) {
        if self.inner.with_value(|inner| inner.is_frozen) {
            return;
        }
        let before = self.state();
        self.remember();
        if self.state() != before {
            self.write_state(None, HistoryWrite::Replace);
        }
    }

    fn remember(self) {
        let position =
            ScrollPosition { y_px: browser::scroll_y(), anchor: browser::first_link_in_window() };
        self.inner.update_value(|inner| {
            let current = inner.current;
            inner.positions.retain(|(id, _)| *id != current);
            inner.positions.push((current, position));
        });
    }

    /// Makes another entry the current one, after the reader has gone back or forward. Returns its
    /// scroll position.
    pub(super) fn enter(self, state: &JsValue) -> ScrollPosition {
        self.remember();
        let (id, written) = read_state(state).unwrap_or_default();
        self.inner.update_value(|inner| {
            inner.current = id;
            inner.n_entries = inner.n_entries.max(id);
        });
        self.position().or(written).unwrap_or_default()
    }

    /// Returns the stored scroll position of the current entry.
    pub(super) fn position(self) -> Option<ScrollPosition> {
        self.inner.with_value(|inner| {
            let entry = inner.positions.iter().find(|(id, _)| *id == inner.current);
            entry.map(|(_, position)| position.clone())
        })
    }

    /// Stores the scroll position before the page is reloaded or left.
    pub(super) fn leave(self) {
        self.keep_position();
        if !self.inner.with_value(|inner| inner.is_frozen) {
            browser::set_session_text(LAST_ENTRY_KEY, &[state_prefix(), self.state()].concat());
        }
    }

    /// Returns the state to store with the current entry.
    fn state(self) -> String {
        let id = self.inner.with_value(|inner| inner.current);
        let ScrollPosition { y_px, anchor } = self.position().unwrap_or_default();
        match anchor {
            Some((href, top_px)) => format!("{id} {y_px} {top_px} {href}"),
            None => format!("{id} {y_px}"),
        }
    }
}

/// Returns the prefix of a stored state: the address of the page and a space.
fn state_prefix() -> String {
    [browser::address_below("").as_str(), " "].concat()
}

/// Returns the scroll position of the entry with this number if it is the one that was left last.
fn last_position(id: u32) -> Option<ScrollPosition> {
    let last = browser::session_text(LAST_ENTRY_KEY)?;
    let (last_id, position) = parse_state(last.strip_prefix(&state_prefix())?)?;
    position.filter(|_| last_id == id)
}

/// Parses the number and the scroll position of an entry.
fn read_state(state: &JsValue) -> Option<(u32, Option<ScrollPosition>)> {
    parse_state(&state.as_string()?)
}

fn parse_state(text: &str) -> Option<(u32, Option<ScrollPosition>)> {
    let mut parts = text.splitn(4, ' ');
    let id = parts.next()?.parse().ok()?;
    let Some(y_px) = parts.next().and_then(|y_px| y_px.parse().ok()) else {
        return Some((id, None));
    };
    let top_px = parts.next().and_then(|top_px| top_px.parse().ok());
    let anchor = parts.next().map(str::to_owned).zip(top_px);
    Some((id, Some(ScrollPosition { y_px, anchor })))
}
