//! The pages of records. Published ones are fetched when a reader opens them, so that nobody loads
//! the details of all records to read those of one; the others are made by a chunk of the program.

use leptos::prelude::*;

use super::{
    Explorer, Presentation, browser,
    ids::{RECORD_HEADING_ID, RECORD_ID},
    loading::{self, Request},
};
use crate::{chunks, dataset::LoadError, link, link::Route, wording::load_failure};

/// How many pages are kept for going back to: about a megabyte of text.
const KEPT_MAX: usize = 40;

/// The published pages of records that were seen.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordPages {
    /// As HTML, by their addresses, the oldest first.
    seen: Vec<(String, String)>,
    /// The address of the page that did not arrive last, and why.
    missing: Option<(String, String)>,
}

impl RecordPages {
    /// Starts with the page of an address.
    pub(super) fn of(address: String, html: String) -> Self {
        Self { seen: vec![(address, html)], missing: None }
    }

    fn find(&self, address: &str) -> Option<&str> {
        let page = self.seen.iter().find(|(of, _)| of == address);
        page.map(|(_, html)| html.as_str())
    }

    fn add(&mut self, address: String, html: String) {
        if KEPT_MAX <= self.seen.len() {
            self.seen.remove(0);
        }
        self.seen.push((address, html));
    }
}

impl Explorer {
    /// Returns the page of a route, if it has arrived.
    ///
    /// # Errors
    ///
    /// Why it did not arrive; `None` while it is on its way.
    pub fn record_page(self, route: &Route) -> Result<String, Option<String>> {
        let address = self.address(route);
        self.pages.with(|pages| match (pages.find(&address), &pages.missing) {
            (Some(html), _) => Ok(html.to_owned()),
            (None, Some((of, why))) if *of == address => Err(Some(why.clone())),
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

    /// Gets the page of the current route, where it is missing.
    pub(super) fn fetch_page(self) {
        if !self.is_page_missing() {
            return;
        }
        let route = self.route.get_untracked();
        let address = self.address(&route);
        // The page that was asked for before makes way for this one.
        let request = self.page_requests.begin();
        browser::spawn(async move {
            let page = if self.is_published() {
                published_page(&self.href(&route), &request).await
            } else {
                self.make_page(&route).await
            };
            if !request.is_newest() {
                return;
            }
            let is_shown = self.route.try_get_untracked().as_ref() == Some(&route);
            let focused = browser::focused_id();
            self.receive(address, page);
            if is_shown {
                // The heading was there before the page, and may have had the focus.
                browser::keep_focus(focused, RECORD_HEADING_ID);
                reveal_part();
                self.restore_page_scroll();
            }
        });
    }

    /// Gets the page of the current route once more.
    pub fn retry_page(self) {
        self.pages.update(|pages| pages.missing = None);
        self.fetch_page();
    }

    /// Makes the page of a route.
    ///
    /// # Errors
    ///
    /// Why that cannot be done, in words.
    async fn make_page(self, route: &Route) -> Result<String, String> {
        let make = chunks::records().await.map_err(|_| why_no_chunk())?;
        if self.route.is_disposed() {
            // Another dataset was opened meanwhile: nobody sees this page.
            return Err(String::new());
        }
        let is_frame = self.presentation() == Presentation::Embed;
        let page = self.with_site(|site| make(site, route, RECORD_HEADING_ID, is_frame));
        Ok(page.into_string())
    }

    fn receive(self, address: String, page: Result<String, String>) {
        self.pages.try_update(|pages| match page {
            Ok(html) => pages.add(address, html),
            Err(why) => pages.missing = Some((address, why)),
        });
    }

    fn address(self, route: &Route) -> String {
        let atlas = self.atlas();
        link::address(route, &atlas.dataset, atlas.catalog())
    }
}

/// Returns why a chunk did not load, in words.
fn why_no_chunk() -> String {
    if loading::is_offline() {
        return load_failure(&LoadError::Offline).1;
    }
    "The part of the app that makes it did not load. If trying again does not help, reload the page."
        .to_owned()
}

/// Scrolls to what the address names in the page, once that is there.
fn reveal_part() {
    let hash = browser::hash();
    if !hash.is_empty() {
        request_animation_frame(move || browser::reveal(&hash));
    }
}

/// Returns the record of the published page at an address, as HTML.
///
/// # Errors
///
/// Why it is not there, in words.
async fn published_page(url: &str, request: &Request) -> Result<String, String> {
    let bytes = loading::load(url, request, &|_, _| ()).await.map_err(|error| match error {
        LoadError::Status { code } => format!("The server answered {code}."),
        error => load_failure(&error).1,
    })?;
    let page = browser::part_of_page(&String::from_utf8_lossy(&bytes), RECORD_ID);
    page.filter(|html| !html.is_empty())
        .ok_or_else(|| "What arrived is another page: perhaps the site was renewed.".to_owned())
}
