//! Loading of record pages: published ones are fetched when a reader opens them, so that a list does
//! not load the details of all records. A chunk of the program renders the others.

use leptos::prelude::*;

use super::{
    Explorer, Presentation, browser,
    fetch::{self, Request},
    ids::{RECORD_HEADING_ID, RECORD_ID},
};
use crate::{
    dataset::LoadError,
    link::{self, Route},
    wording::load_failure,
};

impl Explorer {
    /// Returns the page of a route, if it has arrived. Tracked.
    ///
    /// # Errors
    ///
    /// Returns the reason of a failure, or `None` while the page is loading.
    pub fn record_page(self, route: &Route) -> Result<String, Option<String>> {
        let address = self.address(route);
        self.pages.with(|pages| match (pages.find(&address), &pages.failure) {
            (Some(html), _) => Ok(html.to_owned()),
            (None, Some((failed, reason))) if *failed == address => Err(Some(reason.clone())),
            (None, _) => Err(None),
        })
    }

    /// Returns whether the page of the current route has not arrived yet.
    pub(super) fn is_page_missing(self) -> bool {
        let route = self.route.get_untracked();
        if matches!(route, Route::Explore(_) | Route::NotFound { .. }) {
            return false;
        }
        let address = self.address(&route);
        self.pages.with_untracked(|pages| pages.find(&address).is_none())
    }

    /// Loads the page of the current route if it is missing. Aborts the load of any other page.
    pub(super) fn fetch_page(self) {
        if !self.is_page_missing() {
            return;
        }
        let route = self.route.get_untracked();
        let address = self.address(&route);
        let request = self.page_requests.begin();
        browser::spawn(async move {
            let page = if self.is_published() {
                fetch_published(&self.href(&route), &request).await
            } else {
                self.render_page(&route).await
            };
            if !request.is_newest() {
                return;
            }
            let is_shown = self.route.try_get_untracked().as_ref() == Some(&route);
            let focused = browser::focused_id();
            self.store_page(address, page);
            if is_shown {
                // The heading of the pending page may have had the focus; this one replaces it.
                browser::restore_focus(focused, RECORD_HEADING_ID);
                reveal_hash();
                self.restore_page_scroll();
            }
        });
    }

    /// Loads the page of the current route again after a failure.
    pub fn retry_page(self) {
        self.pages.update(|pages| pages.failure = None);
        self.fetch_page();
    }

    /// Renders the page of a route with the chunk for records.
    ///
    /// # Errors
    ///
    /// Returns the reason in words if the chunk does not load.
    async fn render_page(self, route: &Route) -> Result<String, String> {
        let render = (self.chunks().records)().await.map_err(|_| chunk_failure())?;
        if self.route.is_disposed() {
            // The reader has opened another dataset in the meantime; nobody sees this page.
            return Err(String::new());
        }
        let is_frame = self.presentation() == Presentation::Embed;
        let page = self.with_site(|site| render(site, route, RECORD_HEADING_ID, is_frame));
        Ok(page.into_string())
    }

    fn store_page(self, address: String, page: Result<String, String>) {
        self.pages.try_update(|pages| match page {
            Ok(html) => pages.add(address, html),
            Err(reason) => pages.failure = Some((address, reason)),
        });
    }

    fn address(self, route: &Route) -> String {
        let atlas = self.atlas();
        link::address(route, &atlas.dataset, atlas.catalog())
    }
}

/// Returns the reason why a chunk did not load.
fn chunk_failure() -> String {
    if browser::is_offline() {
        return load_failure(&LoadError::Offline).1;
    }
    "A part of the app did not load. If trying again does not help, reload the page.".to_owned()
}

/// Scrolls to the element that the fragment of the address names, in the next frame.
fn reveal_hash() {
    let hash = browser::hash();
    if !hash.is_empty() {
        request_animation_frame(move || browser::reveal(&hash));
    }
}

/// Fetches a published page and returns the HTML of its record.
///
/// # Errors
///
/// Returns the reason in words if the page does not arrive or has no record.
async fn fetch_published(url: &str, request: &Request) -> Result<String, String> {
    let bytes =
        fetch::fetch_bytes(url, request, &|_, _| ()).await.map_err(|error| match error {
            LoadError::Status { code } => format!("The server answered {code}."),
            error => load_failure(&error).1,
        })?;
    let page = browser::extract_html(&String::from_utf8_lossy(&bytes), RECORD_ID);
    page.filter(|html| !html.is_empty()).ok_or_else(|| {
        "The server sent a different page. The site may have changed: reload the page.".to_owned()
    })
}
