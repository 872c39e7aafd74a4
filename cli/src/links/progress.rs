//! How far it is, on a terminal.

use std::io::{self, IsTerminal as _, Write as _};

use super::verdict::{Standing, Verdict};

/// One line that is written over again. Nothing where the standard error is no terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    n_links: usize,
    n_asked: usize,
    n_to_look_at: usize,
    is_shown: bool,
}

impl Progress {
    /// For so many links.
    pub(crate) fn new(n_links: usize) -> Self {
        let is_shown = io::stderr().is_terminal();
        Self { n_links, n_asked: 0, n_to_look_at: 0, is_shown }
    }

    /// Counts a link.
    pub(crate) fn count(&mut self, verdict: &Verdict) {
        self.n_asked += 1;
        self.n_to_look_at += usize::from(verdict.standing != Standing::Fine);
        let Self { n_links, n_asked, n_to_look_at, .. } = self;
        let line = format!("{n_asked} of {n_links} links asked, {n_to_look_at} to look at");
        self.show(&line);
    }

    /// Takes the line away.
    pub(crate) fn end(&self) {
        self.show("");
    }

    /// Lines are padded with blanks, as not every terminal can erase; none is longer than this.
    fn show(&self, line: &str) {
        if self.is_shown {
            let mut stderr = io::stderr().lock();
            // A terminal that has gone takes no reports of that either.
            let _ = write!(stderr, "\r{line:<60}\r{line}");
            let _ = stderr.flush();
        }
    }
}
