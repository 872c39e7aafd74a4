//! What never changes while it is shown, as HTML: cards, rows, and the pages of records.
//!
//! Functions from records to [`Markup`], which escapes every text. Most of what a reader sees is
//! made here rather than of reactive views: the browser's parser makes a card several times faster
//! than calls from WebAssembly do, and a page without script needs the same text. Whatever can be
//! clicked is a link; those that refine the current view say by what in `data-refine`.

mod card;
mod claim;
mod crumbs;
mod facts;
mod gains;
mod icon;
mod marked;
mod monogram;
mod no_page;
mod organization;
mod project;
mod project_row;
mod sentence;
mod site;
mod sources;
mod trust;

pub use card::card;
pub use icon::{Icon, icon};
pub use maud::Markup;
pub use no_page::no_page;
pub use organization::organization;
pub use project::project;
pub use sentence::sentence;
pub use site::Site;
