//! Loading of the suggestions for a query without results.

use leptos::prelude::*;

use super::{Explorer, browser};
use crate::search::SearchResults;

impl Explorer {
    /// Returns the filters that a reader can remove from a query without results, once their chunk
    /// has loaded. Tracked.
    pub(crate) fn relaxations(self) -> Option<AnyView> {
        self.lazy_views.get().map(|views| (views.relaxations)())
    }

    /// Loads the suggestions if the list is empty. If that fails, the page still says that nothing
    /// was found.
    pub(super) fn load_relaxations(self) {
        let is_empty = self.results.with_untracked(|results| SearchResults::is_empty(results));
        if !is_empty || self.lazy_views.with_untracked(Option::is_some) {
            return;
        }
        browser::spawn(async move {
            if let Ok(views) = (self.chunks().lazy_views)().await {
                self.lazy_views.try_set(Some(views));
            }
        });
    }
}
