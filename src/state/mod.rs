//! Everything that changes while a reader reads: the route, what follows from it, and the browser.
//!
//! One signal, the route, is written; query, results and sentence are memos of it. Events call the
//! verbs of [`Explorer`], which make a new route and write it to the history. Nothing here needs a
//! browser until a verb is called, so the same components are rendered natively.

mod atlas;
mod browser;
mod explorer;
mod history;
mod loading;
mod mounting;
mod page_events;
mod theme;

pub use atlas::Atlas;
pub use browser::{copy_text, open_modal, select_all};
pub(crate) use explorer::HEADING_ID;
pub use explorer::{Explorer, Stage};
pub use loading::{LoadError, Loading, load};
pub(crate) use page_events::SEARCH_ID;
pub use page_events::listen;
pub use theme::{ThemeChoice, ThemeSwitch};
