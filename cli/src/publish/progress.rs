//! How far it is, on a terminal.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::atomic::{AtomicUsize, Ordering},
};

/// Every how many the line is written anew.
const STEP: usize = 25;

/// One line that is written over again. Nothing where the standard error is no terminal.
#[derive(Debug)]
pub(super) struct Progress {
    what: &'static str,
    n_all: usize,
    n_done: AtomicUsize,
    is_shown: bool,
}

impl Progress {
    /// For so many of something.
    pub(super) fn new(what: &'static str, n_all: usize) -> Self {
        let is_shown = io::stderr().is_terminal();
        Self { what, n_all, n_done: AtomicUsize::new(0), is_shown }
    }

    /// Counts one more.
    pub(super) fn count(&self) {
        let n_done = self.n_done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.is_shown && n_done.is_multiple_of(STEP) {
            let line = format!("{n_done} of {} {}", self.n_all, self.what);
            // A terminal that has gone takes no reports of that either.
            let _ = write!(io::stderr().lock(), "\r{line:<60}\r{line}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr().lock(), "\r{:<60}\r", "");
        }
    }
}
