//! The entries of the browser's history, each with the place to which it was scrolled.

use leptos::{prelude::*, web_sys::ScrollRestoration};
use wasm_bindgen::JsValue;

use super::browser;

/// Where the scroll position of the entry that is left by a reload is kept.
const SCROLL_KEY: &str = "rustscape:scroll";

/// How a change is written to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A discrete act: one step back undoes it.
    Push,
    /// Another spelling or a further keystroke: no step of its own.
    Replace,
}

/// The history of this page. Entries have numbers, which the browser keeps with them; the scroll
/// positions are kept here, because only the entry that is shown could be asked for its own.
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
    scrolled: Vec<(u32, i32)>,
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
        let known = history.and_then(|history| number(&history.state().ok()?));
        if let Some(id) = known {
            inner.current = id;
            inner.n_entries = id;
            inner.scrolled.extend(browser::session_number(SCROLL_KEY).map(|y_px| (id, y_px)));
        }
        Self { inner: StoredValue::new(inner) }
    }

    /// Writes an address. A browser that refuses (too many changes in a short time) keeps the old
    /// one; the page itself goes on.
    pub(super) fn write(self, url: &str, entry: Entry) {
        if self.inner.with_value(|inner| inner.is_frozen) {
            return;
        }
        let Some(history) = browser::window().and_then(|window| window.history().ok()) else {
            return;
        };
        if entry == Entry::Push {
            self.leave();
        }
        let id = JsValue::from_f64(f64::from(self.inner.with_value(|inner| inner.current)));
        let _ = match entry {
            Entry::Push => history.push_state_with_url(&id, "", Some(url)),
            Entry::Replace => history.replace_state_with_url(&id, "", Some(url)),
        };
    }

    /// Remembers where the current entry is scrolled to, and starts a new one after it.
    fn leave(self) {
        self.remember();
        self.inner.update_value(|inner| {
            inner.n_entries += 1;
            inner.current = inner.n_entries;
            let current = inner.current;
            inner.scrolled.retain(|(id, _)| *id < current);
        });
    }

    fn remember(self) {
        let y_px = browser::scroll_y();
        self.inner.update_value(|inner| {
            let current = inner.current;
            inner.scrolled.retain(|(id, _)| *id != current);
            inner.scrolled.push((current, y_px));
        });
    }

    /// Follows the reader to another entry. Returns where that was scrolled to.
    pub(super) fn follow(self, state: &JsValue) -> i32 {
        self.remember();
        self.inner.update_value(|inner| inner.current = number(state).unwrap_or(0));
        self.scrolled_to().unwrap_or(0)
    }

    /// Where the current entry was scrolled to when it was left.
    pub(super) fn scrolled_to(self) -> Option<i32> {
        self.inner.with_value(|inner| {
            let entry = inner.scrolled.iter().find(|(id, _)| *id == inner.current);
            entry.map(|(_, y_px)| *y_px)
        })
    }

    /// Keeps the scroll position for a reload of the page.
    pub(super) fn keep_scroll(self) {
        if !self.inner.with_value(|inner| inner.is_frozen) {
            browser::set_session_number(SCROLL_KEY, browser::scroll_y());
        }
    }
}

fn number(state: &JsValue) -> Option<u32> {
    let number = state.as_f64()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    Some(number as u32)
}
