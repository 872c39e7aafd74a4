//! The published pages of records: fetched when a reader opens one, so that nobody loads the
//! details of all records to read those of one.

use leptos::prelude::*;

use super::{
    Explorer, browser,
    ids::{RECORD_HEADING_ID, RECORD_ID},
    loading::{self, Request},
};
use crate::{dataset::LoadError, link, link::Route, wording::load_failure};

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
    /// The published page of a route, if it was seen.
    ///
    /// # Errors
    ///
    /// Why it did not arrive; `None` while it is on its way.
    pub fn published_page(self, route: &Route) -> Result<String, Option<String>> {
        let address = self.address(route);
        self.pages.with(|pages| match (pages.find(&address), &pages.missing) {
            (Some(html), _) => Ok(html.to_owned()),
            (None, Some((of, why))) if *of == address => Err(Some(why.clone())),
            (None, _) => Err(None),
        })
    }

    /// Returns whether the page of the current route is published and was not seen yet.
    pub(super) fn is_page_missing(self) -> bool {
        let route = self.route.get_untracked();
        if !self.is_published() || matches!(route, Route::Explore(_) | Route::NotFound { .. }) {
            return false;
        }
        let address = self.address(&route);
        self.pages.with_untracked(|pages| pages.find(&address).is_none())
    }

    /// Fetches the page of the current route, where it is missing.
    pub(super) fn fetch_page(self) {
        if !self.is_page_missing() {
            return;
        }
        let route = self.route.get_untracked();
        let address = self.address(&route);
        let url = self.href(&route);
        // The page that was asked for before makes way for this one.
        let request = self.page_requests.begin();
        browser::spawn(async move {
            let page = page_at(&url, &request).await;
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

/// Scrolls to what the address names in the page, once that is there.
fn reveal_part() {
    let hash = browser::hash();
    if !hash.is_empty() {
        request_animation_frame(move || browser::reveal(&hash));
    }
}

/// The record of the page at an address, as HTML.
///
/// # Errors
///
/// Why it is not there, in words.
async fn page_at(url: &str, request: &Request) -> Result<String, String> {
    let bytes = loading::load(url, request, &|_, _| ()).await.map_err(|error| match error {
        LoadError::Status { code } => format!("The server answered {code}."),
        error => load_failure(&error).1,
    })?;
    let page = browser::part_of_page(&String::from_utf8_lossy(&bytes), RECORD_ID);
    page.filter(|html| !html.is_empty())
        .ok_or_else(|| "What arrived is another page: perhaps the site was renewed.".to_owned())
}
