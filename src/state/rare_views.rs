//! Views of which most readers of a published page have no need, loaded as a chunk.

use leptos::prelude::*;

use super::{Explorer, browser};
use crate::{chunks, search::SearchResults};

/// The entries of the chunk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RareViews {
    /// Shows the page of an explorer, made anew.
    pub(crate) shell: fn(Explorer) -> AnyView,
    /// Shows a page without a dataset.
    pub(crate) unloaded: fn() -> AnyView,
    /// Makes a published frame follow an explorer.
    pub(crate) take_over_embed: fn(Explorer),
    /// Shows ways out of an empty list.
    pub(crate) ways_out: fn(Explorer) -> AnyView,
}

impl Explorer {
    /// Returns the ways out of an empty list, once they have loaded. Tracked.
    pub(crate) fn ways_out(self) -> Option<AnyView> {
        self.rare_views.get().map(|views| (views.ways_out)(self))
    }

    /// Loads the ways out of a list that is empty. Without them, the page still says that it is.
    pub(super) fn load_ways_out(self) {
        let is_empty = self.results.with_untracked(|results| SearchResults::is_empty(results));
        if !is_empty || self.rare_views.with_untracked(Option::is_some) {
            return;
        }
        browser::spawn(async move {
            if let Ok(views) = chunks::rare_views().await {
                self.rare_views.try_set(Some(views));
            }
        });
    }
}
