//! The console and the requests of a page.

use super::Page;
use crate::driver::LogEntry;

/// The console entries and requests that were collected so far.
#[derive(Default)]
pub(super) struct BrowserLog {
    console: Vec<LogEntry>,
    urls: Vec<String>,
    allowed_origins: Vec<String>,
}

impl Page {
    /// Returns the console since the page was opened or the last [`Page::clear_log`], oldest first.
    #[track_caller]
    pub fn console(&self) -> Vec<LogEntry> {
        self.collect();
        self.log.borrow().console.clone()
    }

    /// Returns the requested addresses since the page was opened or the last [`Page::clear_log`], oldest first.
    #[track_caller]
    pub fn requested_urls(&self) -> Vec<String> {
        self.collect();
        self.log.borrow().urls.clone()
    }

    /// Clears the console and the requests, so that errors of a planted fault do not count.
    #[track_caller]
    pub fn clear_log(&self) {
        self.collect();
        let mut log = self.log.borrow_mut();
        log.console.clear();
        log.urls.clear();
    }

    /// Allows requests to another origin, such as that of a second server.
    pub fn allow_origin(&self, origin: &str) {
        self.log.borrow_mut().allowed_origins.push(origin.to_owned());
    }

    /// Asserts that the console has no error, warning or violation of the content security policy, and that all
    /// requests went to origins of visited servers or of [`Page::allow_origin`].
    #[track_caller]
    pub fn assert_no_errors(&self) {
        self.collect();
        let log = self.log.borrow();
        let complaints =
            log.console.iter().filter(|entry| entry.is_complaint()).map(ToString::to_string);
        let foreign = log
            .urls
            .iter()
            .filter(|url| !log.is_allowed(url))
            .map(|url| format!("asked for {url}"));
        let problems: Vec<String> = complaints.chain(foreign).collect();
        assert!(problems.is_empty(), "the page has errors:\n  {}", problems.join("\n  "));
    }

    #[track_caller]
    fn collect(&self) {
        let mut log = self.log.borrow_mut();
        log.console.extend(self.driver.console());
        log.urls.extend(self.driver.requested_urls());
    }
}

impl BrowserLog {
    fn is_allowed(&self, url: &str) -> bool {
        let is_local = ["data:", "blob:", "about:"].iter().any(|scheme| url.starts_with(scheme));
        is_local
            || self
                .allowed_origins
                .iter()
                .any(|origin| url == origin || url.starts_with(&format!("{origin}/")))
    }
}
