//! What a page should not do behind the reader's back: complain and call elsewhere.

use super::Page;
use crate::driver::LogEntry;

/// What the browser reported so far.
#[derive(Default)]
pub(super) struct BrowserLog {
    console: Vec<LogEntry>,
    urls: Vec<String>,
    allowed_origins: Vec<String>,
}

impl Page {
    /// The console since the page was opened or the last [`Page::clear_log`], oldest first.
    #[track_caller]
    pub fn console(&self) -> Vec<LogEntry> {
        self.look();
        self.seen.borrow().console.clone()
    }

    /// The addresses that were asked for since the page was opened or the last [`Page::clear_log`], oldest first.
    #[track_caller]
    pub fn requested_urls(&self) -> Vec<String> {
        self.look();
        self.seen.borrow().urls.clone()
    }

    /// Forgets console and addresses up to now, so that complaints about a planted fault do not count.
    #[track_caller]
    pub fn clear_log(&self) {
        self.look();
        let mut seen = self.seen.borrow_mut();
        seen.console.clear();
        seen.urls.clear();
    }

    /// Lets the page ask another origin, such as that of a second server.
    pub fn allow_origin(&self, origin: &str) {
        self.seen.borrow_mut().allowed_origins.push(origin.to_owned());
    }

    /// Asserts that there is no error, warning or violation of the content security policy in the console, and that
    /// no origin was asked but those of the servers that were visited.
    #[track_caller]
    pub fn assert_no_errors(&self) {
        self.look();
        let seen = self.seen.borrow();
        let complaints =
            seen.console.iter().filter(|entry| entry.is_complaint()).map(ToString::to_string);
        let foreign = seen
            .urls
            .iter()
            .filter(|url| !seen.may_be_asked(url))
            .map(|url| format!("asked for {url}"));
        let noises: Vec<String> = complaints.chain(foreign).collect();
        assert!(noises.is_empty(), "the page is not quiet:\n  {}", noises.join("\n  "));
    }

    #[track_caller]
    fn look(&self) {
        let mut seen = self.seen.borrow_mut();
        seen.console.extend(self.driver.console());
        seen.urls.extend(self.driver.requested_urls());
    }
}

impl BrowserLog {
    fn may_be_asked(&self, url: &str) -> bool {
        let is_local = ["data:", "blob:", "about:"].iter().any(|scheme| url.starts_with(scheme));
        is_local
            || self
                .allowed_origins
                .iter()
                .any(|origin| url == origin || url.starts_with(&format!("{origin}/")))
    }
}
