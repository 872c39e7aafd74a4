//! Updates that wait until the reader stops typing or scrolling.

use gloo_timers::callback::Timeout;

use super::history::ScrollPosition;

/// State of the typing in progress, and the timers of delayed updates. Dropping a timer cancels it.
#[derive(Debug, Default)]
pub(super) struct PendingUpdates {
    /// `true` if typing has pushed a history entry, which further keystrokes replace.
    pub(super) is_typing: bool,
    /// `true` if the end of the typed text is not parsed yet.
    pub(super) is_unfinished: bool,
    /// Last announcement to screen readers, or the sentence of the page as it was opened.
    pub(super) announced: String,
    /// Scroll position to restore when the loading page arrives.
    pub(super) restore: Option<ScrollPosition>,
    /// Timer that writes the address.
    pub(super) write: Option<Timeout>,
    /// Timer that stores the scroll position.
    pub(super) scroll: Option<Timeout>,
    /// Timer that sets the title of the page.
    pub(super) title: Option<Timeout>,
    /// Timer that announces the view.
    pub(super) announce: Option<Timeout>,
}
