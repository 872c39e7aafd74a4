//! Everything that changes while a reader reads: the route, what follows from it, and the browser.
//!
//! One signal, the route, is written; query, results and sentence are memos of it. Components call
//! the verbs of [`Explorer`]; [`step`] decides what a verb changes, and one function does it. Nothing
//! here needs a browser until a verb is called, so the same components are rendered natively.

mod atlas;
mod browser;
mod dataset_loader;
mod explorer;
mod facet_rows;
mod history;
mod ids;
mod incremental_list;
mod list_cards;
mod listeners;
mod loading;
mod navigation;
mod overlay;
mod pending;
mod presentation;
mod published;
mod rare_views;
mod record_page;
mod shared_view;
mod sharing;
mod step;
mod theme;
mod typing;
mod verbs;

pub use atlas::Atlas;
pub(crate) use browser::{
    element, focus, focused_id_within, pause, report_missing_part, set_html, set_root_attribute,
    spawn, today, window,
};
pub use dataset_loader::{DatasetLoader, FailedFile, LoadState, LoadedDataset, Startup, own_path};
pub use explorer::Explorer;
pub use facet_rows::{FacetRows, RowFilter, n_behind, n_empty, n_listed};
pub(crate) use ids::{
    FIRST_CARDS_ID, HEADING_ID, MORE_CARDS_ID, RECORD_HEADING_ID, RECORD_ID, REFINE_ID, SEARCH_ID,
    STATUS_ID, TROUBLE_ID,
};
pub use listeners::listen;
pub use overlay::Overlay;
pub use presentation::{IS_STATIC, Presentation, RenderContext};
pub(crate) use rare_views::RareViews;
pub(crate) use shared_view::ShareContent;
pub use sharing::{CopyOutcome, ShareChange, Sharing, Tab};
pub use step::{Act, Focus, HistoryEntry, Scroll, Step, step};
