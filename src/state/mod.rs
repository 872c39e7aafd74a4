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
mod opening;
mod page_events;
mod published;
mod record_page;
mod scene;
mod shared_view;
mod theme;
mod verbs;

pub use atlas::Atlas;
pub(crate) use browser::{
    complete, insert_before, is_pointed_at, set_html, set_root_attribute, set_rows,
};
pub use explorer::{Explorer, Medium, Stage, Surroundings};
pub(crate) use explorer::{
    FIRST_CARDS_ID, HEADING_ID, MORE_CARDS_ID, RECORD_HEADING_ID, RECORD_ID, SEARCH_ID, STATUS_ID,
    TROUBLE_ID,
};
pub use opening::{Opened, Opener, Opening, Start, own_path};
pub(crate) use page_events::REFINE_ID;
pub use page_events::listen;
pub use scene::{Over, Scene};
