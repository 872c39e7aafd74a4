//! The pages of records. Published ones are fetched when a reader opens them, so that nobody loads
//! the details of all records to read those of one; the others are made by a chunk of the program.

use leptos::prelude::*;

use super::{
    Explorer, RECORD_HEADING_ID, RECORD_ID, Stage, browser,
    loading::{self, Request},
};
use crate::{chunks, dataset::LoadError, link, link::Route, wording::load_failure};

/// How many pages are kept for going back to: about a megabyte of text.
const KEPT_MAX: usize = 40;

impl Explorer {
    /// Returns the page of a route, if it has arrived.
    ///
    /// # Errors
    ///
    /// Why it did not arrive; `None` while it is on its way.
    pub fn record_page(self, route: &Route) -> Result<String, Option<String>> {
        let address = self.address(route);
        self.with_scene(|scene| match (scene.page(&address), &scene.missing) {
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
        self.scene.with_untracked(|scene| scene.page(&address).is_none())
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

    /// Gets the page of the current route once more, if it did not arrive. Returns whether it did
    /// not.
    pub(super) fn retry_page(self) -> bool {
        let is_missing = self.scene.with_untracked(|scene| scene.missing.is_some());
        let is_retried = is_missing && self.is_page_missing();
        if is_retried {
            self.scene.update(|scene| scene.missing = None);
            self.fetch_page();
        }
        is_retried
    }

    /// Makes the page of a route.
    ///
    /// # Errors
    ///
    /// Why that cannot be done, in words.
    async fn make_page(self, route: &Route) -> Result<String, String> {
        let make = chunks::records().await.map_err(|_| why_no_chunk())?;
        let is_frame = self.stage() == Stage::Frame;
        let page = self.with_site(|site| make(site, route, RECORD_HEADING_ID, is_frame));
        Ok(page.into_string())
    }

    fn receive(self, address: String, page: Result<String, String>) {
        self.scene.try_update(|scene| match page {
            Ok(html) => {
                if KEPT_MAX <= scene.pages.len() {
                    scene.pages.remove(0);
                }
                scene.pages.push((address, html));
            }
            Err(why) => scene.missing = Some((address, why)),
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
