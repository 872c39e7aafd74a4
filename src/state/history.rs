//! Entries of the browser's history, each with its scroll position.

use leptos::{prelude::*, web_sys::ScrollRestoration};
use wasm_bindgen::JsValue;

use super::browser;

/// The key under which the state of the entry that is left last is stored: some browsers drop what
/// is written to the history while a page closes.
const LAST_ENTRY_KEY: &str = "rustscape:scroll";

/// How a change is written to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A discrete act: one step back undoes it.
    Push,
    /// Another spelling or a further keystroke: no step of its own.
    Replace,
}

/// The history of this page.
///
/// The browser keeps a text with each entry: its number and where it was last scrolled to, so that
/// a reloaded page still knows both. Positions of this page are also kept here, because an entry
/// that is left by *back* can no longer be written to.
#[derive(Clone, Copy, Debug)]
pub(super) struct History {
    inner: StoredValue<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    /// A frame never writes to the history, which it shares with the page around it.
    is_frozen: bool,
    current: u32,
    n_entries: u32,
    positions: Vec<(u32, ScrollPosition)>,
}

/// A scroll position: by the first link of the list in the window, as heights above it may be
/// estimates, and by pixels where there is no such link any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ScrollPosition {
    /// Distance of the window from the top of the page, in CSS pixels.
    pub(super) y_px: i32,
    /// Address of the link, and its distance from the top of the window in CSS pixels.
    pub(super) anchor: Option<(String, i32)>,
}

impl History {
    /// A history that is never written to.
    pub(super) fn frozen() -> Self {
        Self { inner: StoredValue::new(Inner { is_frozen: true, ..Inner::default() }) }
    }

    /// Takes over the history of the page: from now on this module restores scroll positions.
    pub(super) fn take_over() -> Self {
        let mut inner = Inner::default();
        let history = browser::window().and_then(|window| window.history().ok());
        if let Some(history) = &history {
            // Without the right to, the browser goes on restoring them as well as it can.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        // Only an entry that this module wrote has a number: the page was reloaded, or come back to.
        let known = history.and_then(|history| read_state(&history.state().ok()?));
        if let Some((id, position)) = known {
            let last = browser::session_text(LAST_ENTRY_KEY);
            let last = last.and_then(|text| parse_state(&text)).filter(|(last, _)| *last == id);
            let position = last.and_then(|(_, position)| position).or(position);
            inner.current = id;
            inner.n_entries = id;
            inner.positions.extend(position.map(|position| (id, position)));
        }
        Self { inner: StoredValue::new(inner) }
    }

    /// Writes an address. A browser that refuses (too many changes in a short time) keeps the old
    /// one; the page itself goes on.
    pub(super) fn write(self, url: &str, entry: Entry) {
        if self.inner.with_value(|inner| inner.is_frozen) {
            return;
        }
        if entry == Entry::Push {
            self.keep_position();
            self.inner.update_value(|inner| {
                inner.n_entries += 1;
                inner.current = inner.n_entries;
                let current = inner.current;
                inner.positions.retain(|(id, _)| *id < current);
            });
        }
        self.write_state(Some(url), entry);
    }

    fn write_state(self, url: Option<&str>, entry: Entry) {
        let Some(history) = browser::window().and_then(|window| window.history().ok()) else {
            return;
        };
        let state = JsValue::from_str(&self.state());
        let _ = match entry {
            Entry::Push => history.push_state_with_url(&state, "", url),
            Entry::Replace => history.replace_state_with_url(&state, "", url),
        };
    }

    /// Writes down where the current entry is scrolled to, where that has changed.
    pub(super) fn keep_position(self) {
        if self.inner.with_value(|inner| inner.is_frozen) {
            return;
        }
        let before = self.state();
        self.remember();
        if self.state() != before {
            self.write_state(None, Entry::Replace);
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

    /// Follows the reader to another entry. Returns its scroll position.
    pub(super) fn follow(self, state: &JsValue) -> ScrollPosition {
        self.remember();
        let (id, written) = read_state(state).unwrap_or_default();
        self.inner.update_value(|inner| {
            inner.current = id;
            inner.n_entries = inner.n_entries.max(id);
        });
        self.position().or(written).unwrap_or_default()
    }

    /// Returns the scroll position of the current entry, if it has one from before.
    pub(super) fn position(self) -> Option<ScrollPosition> {
        self.inner.with_value(|inner| {
            let entry = inner.positions.iter().find(|(id, _)| *id == inner.current);
            entry.map(|(_, position)| position.clone())
        })
    }

    /// Keeps the scroll position for when this page is reloaded or come back to.
    pub(super) fn leave(self) {
        self.keep_position();
        if !self.inner.with_value(|inner| inner.is_frozen) {
            browser::set_session_text(LAST_ENTRY_KEY, &self.state());
        }
    }

    /// The text that the browser keeps with the current entry.
    fn state(self) -> String {
        let id = self.inner.with_value(|inner| inner.current);
        let ScrollPosition { y_px, anchor } = self.position().unwrap_or_default();
        match anchor {
            Some((href, top_px)) => format!("{id} {y_px} {top_px} {href}"),
            None => format!("{id} {y_px}"),
        }
    }
}

/// Reads the number and the scroll position of an entry.
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
