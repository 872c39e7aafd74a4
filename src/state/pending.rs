//! Everything that waits for the reader to rest.

use gloo_timers::callback::Timeout;

use super::history::ScrollPosition;

/// Typing that goes on, and the timers that run until typing or scrolling rests. A timer that is dropped
/// does not fire.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Typing has begun an entry of the history, which further keystrokes change.
    pub(super) is_typing: bool,
    /// Something was typed that is not yet understood as it stands.
    pub(super) is_unfinished: bool,
    /// The last announcement to screen readers, or the sentence of the page as it was opened.
    pub(super) announced: String,
    /// The scroll position that a page on its way is to have.
    pub(super) restore: Option<ScrollPosition>,
    /// Writes the address.
    pub(super) write: Option<Timeout>,
    /// Writes the scroll position.
    pub(super) scroll: Option<Timeout>,
    /// Names the page.
    pub(super) title: Option<Timeout>,
    /// Announces the view.
    pub(super) announce: Option<Timeout>,
}
