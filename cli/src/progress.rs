//! Progress line on a terminal.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::atomic::{AtomicUsize, Ordering},
};

/// Number of items between two updates of the line. Fast items would otherwise spend more time on
/// the terminal than on the work.
const UPDATE_INTERVAL: usize = 25;

/// A line on the standard error that counts finished items and overwrites itself.
///
/// Shows nothing if the standard error is not a terminal. Dropping it clears the line.
#[derive(Debug)]
pub(crate) struct Progress {
    unit: &'static str,
    n_items: usize,
    n_done: AtomicUsize,
    is_shown: bool,
}

impl Progress {
    /// Starts at 0 of `n_items`. `unit` is the plural noun after the numbers, such as "pages".
    pub(crate) fn new(unit: &'static str, n_items: usize) -> Self {
        let is_shown = io::stderr().is_terminal();
        Self { unit, n_items, n_done: AtomicUsize::new(0), is_shown }
    }

    /// Counts one finished item and updates the line every [`UPDATE_INTERVAL`] items.
    pub(crate) fn count(&self) {
        let n_done = self.add();
        if n_done.is_multiple_of(UPDATE_INTERVAL) {
            self.show(n_done, "");
        }
    }

    /// Counts one finished item and updates the line at once, with `remark` at its end.
    pub(crate) fn count_with(&self, remark: &str) {
        let n_done = self.add();
        self.show(n_done, remark);
    }

    fn add(&self) -> usize {
        self.n_done.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn show(&self, n_done: usize, remark: &str) {
        if self.is_shown {
            write_line(&format!("{n_done} of {} {}{remark}", self.n_items, self.unit));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            write_line("");
        }
    }
}

/// Overwrites the line. Pads it with blanks, because some terminals cannot erase a line; no line is
/// longer than the padding.
fn write_line(line: &str) {
    let mut stderr = io::stderr().lock();
    // A failure means that the terminal is gone, so nobody could read a report of it.
    let _ = write!(stderr, "\r{line:<60}\r{line}");
    let _ = stderr.flush();
}
