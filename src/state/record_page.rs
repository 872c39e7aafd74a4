//! The published pages of records: fetched when a reader opens one, so that nobody loads the
//! details of all records to read those of one.

use leptos::prelude::*;

use super::{
    Explorer, RECORD_HEADING_ID, RECORD_ID, browser,
    loading::{self, Request},
};
use crate::{dataset::LoadError, link, link::Route, wording::load_failure};

/// How many pages are kept for going back to: about a megabyte of text.
const KEPT_MAX: usize = 40;

impl Explorer {
    /// The published page of a route, if it was seen.
    ///
    /// # Errors
    ///
    /// Why it did not arrive; `None` while it is on its way.
    pub fn published_page(self, route: &Route) -> Result<String, Option<String>> {
        let address = self.address(route);
        self.with_scene(|scene| match (scene.page(&address), &scene.missing) {
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
        self.scene.with_untracked(|scene| scene.page(&address).is_none())
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
