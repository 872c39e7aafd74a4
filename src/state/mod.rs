//! State of the page: the route, everything derived from it, and the calls to the browser.
//!
//! The route is the one signal that actions write; query, results and sentence are memos of it.
//! Components call the methods of [`Explorer`]. [`step`] decides the change that an action makes, and
//! one function applies it. Nothing here needs a browser until an action runs, so the same components
//! are rendered natively.

mod atlas;
pub(crate) mod browser;
mod chunk_loaders;
mod creation;
mod dataset_loader;
mod dialogs;
mod explorer;
mod facet_rows;
mod fetch;
mod history;
mod ids;
mod incremental_list;
mod list_cards;
mod listeners;
mod loaded_dataset;
mod navigation;
mod overlay;
mod page_rows;
mod pending_updates;
mod presentation;
mod published;
mod record_cache;
mod record_page;
mod relaxations;
#[cfg(not(target_arch = "wasm32"))]
mod rendering;
mod share_content;
mod shared_view;
mod sharing;
mod step;
mod theme;
mod typing;
mod verbs;

pub use atlas::Atlas;
pub(crate) use chunk_loaders::{ChunkError, ChunkLoaders, LazyViews, RenderRecord, ShowSharing};
pub use dataset_loader::{DatasetLoader, FailedFile, LoadState, Startup, own_path};
pub use explorer::Explorer;
pub use facet_rows::{FacetRows, RowFilter, n_collapsed, n_empty, n_listed};
pub(crate) use ids::{
    FIRST_CARDS_ID, HEADING_ID, MORE_CARDS_ID, RECORD_HEADING_ID, RECORD_ID, REFINE_ID, SEARCH_ID,
    STATUS_ID, TROUBLE_ID,
};
pub use listeners::listen;
pub use loaded_dataset::LoadedDataset;
pub use overlay::Overlay;
pub use presentation::{IS_STATIC, Presentation, RenderContext};
pub(crate) use share_content::ShareContent;
pub use sharing::{CopyOutcome, ShareChange, Sharing, Tab};
pub use step::{Act, Focus, HistoryEntry, Scroll, Step, step};
