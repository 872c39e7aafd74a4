//! Constructors of the explorer: from the address of the window, or from a published page.

use super::{
    ChunkLoaders, Explorer, LoadedDataset, Presentation, browser,
    explorer::{Fixed, Initial},
    history::History,
    ids::RECORD_ID,
    incremental_list::IncrementalList,
    page_rows::n_page_rows,
    published::PublishedPage,
    record_cache::RecordCache,
    step::route_for_presentation,
    theme,
};
use crate::link::{self, Provenance, Route};

impl Explorer {
    /// Creates the state that the address of the window describes.
    pub(super) fn from_window(loaded: LoadedDataset, chunks: ChunkLoaders) -> Self {
        let LoadedDataset { atlas, provenance } = loaded;
        let base = browser::base_path();
        let link = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let (presentation, history) = presentation_and_history(link.is_embed);
        let route = route_for_presentation(link.route, presentation, &atlas);
        let published = PublishedPage::read().filter(|_| provenance.is_own());
        let is_published = published.is_some();
        let today = match (published, &provenance) {
            // The same day as in the published pages of records.
            (Some(published), _) => published.today,
            // An entry that was current on the day of the version does not count as old.
            (None, Provenance::Version(day)) => Some(day.clone()),
            (None, _) => browser::today(),
        };
        let fixed = Fixed {
            a_year_ago: today.map(|today| today.a_year_earlier()),
            origin: browser::origin(),
            atlas,
            provenance,
            base,
            presentation,
            is_published,
            author_route: author_route(presentation, &route),
            chunks,
        };
        let initial = Initial {
            route,
            notices: link.notices,
            theme: theme::current(),
            embed_options: link.embed_options,
            pages: RecordCache::default(),
        };
        Self::new(fixed, initial, history, IncrementalList::gradual())
    }

    /// Creates the state that a published page shows, so that the page can be taken over. Returns
    /// `None` if the page shows no view of this dataset.
    pub(super) fn from_published(
        loaded: &LoadedDataset,
        published: PublishedPage,
        chunks: ChunkLoaders,
    ) -> Option<Self> {
        let LoadedDataset { atlas, provenance } = loaded;
        let base = browser::base_path();
        let link = link::read(&published.address?, &atlas.dataset, atlas.catalog());
        let (presentation, history) = presentation_and_history(link.is_embed);
        if (presentation == Presentation::Embed) != link.is_embed {
            return None;
        }
        // The published page may show a wider view than the address of the window.
        let window = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let window_route = route_for_presentation(window.route, presentation, atlas);
        let list = match &link.route {
            Route::Explore(_) => IncrementalList::after_page(n_page_rows(&link.route)),
            // The page of a record has no list yet.
            _ => IncrementalList::gradual(),
        };
        let address = link::address(&link.route, &atlas.dataset, atlas.catalog());
        let fixed = Fixed {
            atlas: atlas.clone(),
            provenance: provenance.clone(),
            base,
            origin: browser::origin(),
            a_year_ago: published.today.map(|today| today.a_year_earlier()),
            presentation,
            is_published: true,
            author_route: author_route(presentation, &window_route),
            chunks,
        };
        let initial = Initial {
            route: route_for_presentation(link.route, presentation, atlas),
            pages: RecordCache::with_page(address, browser::inner_html(RECORD_ID)),
            ..Initial::default()
        };
        Some(Self::new(fixed, initial, history, list))
    }
}

/// Returns the presentation of a page, and the history that it may write to.
fn presentation_and_history(is_embed: bool) -> (Presentation, History) {
    if is_embed || browser::is_framed() {
        (Presentation::Embed, History::frozen())
    } else {
        (Presentation::Page, History::take_over())
    }
}

/// Returns the view that the author of a frame chose; `None` for a page.
pub(super) fn author_route(presentation: Presentation, route: &Route) -> Option<Route> {
    (presentation == Presentation::Embed).then(|| route.clone())
}
