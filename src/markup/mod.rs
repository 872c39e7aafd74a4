//! What is seen, as HTML: functions from records and queries to [`Markup`], which escapes every
//! text.
//!
//! A piece of markup holds no code. What it can be used for stands in its attributes: a link has
//! its address, and `data-refine` where it refines the current view; everything else has an
//! [`Action`] in `data-do`. So the same text is a page without script, and one Content-Security-
//! Policy fits all. It is also what keeps the application small and quick: the browser's parser
//! makes a card several times faster than calls from WebAssembly do, and no element costs code.

mod about;
mod action;
mod bar;
mod card;
mod changes;
mod claim;
mod claims;
mod coming;
mod correct;
mod crumbs;
mod directory;
mod facet;
mod facts;
mod failure;
mod footer;
mod gains;
mod icon;
mod loading;
mod marked;
mod monogram;
mod no_page;
mod not_shared;
mod nothing_found;
mod notices;
mod organization;
mod project;
mod project_row;
mod project_slice;
mod provenance;
mod record;
mod row_state;
mod sentence;
mod site;
mod slice;
mod sources;
mod tools;
mod tray;
mod trust;
mod years;

pub use about::about;
pub use action::Action;
pub use bar::{bar_acts, brand, search_field, skip_link};
pub use card::{card, card_rows, card_rows_id, n_card_rows};
pub use changes::changes;
pub use claims::claims;
pub use coming::coming;
pub use crumbs::list_link;
pub use directory::{all_names, directory, names};
pub use facet::{
    FacetView, Rows, facet_find, facet_heading, facet_more, facet_states, facet_values,
};
pub use failure::{failure, no_search};
pub use footer::{footer, frame_footer, pages};
pub use icon::{Icon, icon};
pub use loading::{loading, without_dataset};
pub use maud::Markup;
pub use no_page::no_page;
pub use not_shared::{SHARE_STATUS_ID, not_shared};
pub use nothing_found::nothing_found;
pub use notices::{notices, problems};
pub use organization::organization;
pub use project::project;
pub use project_slice::project_slice;
pub use provenance::{provenance, trouble, unknown_version};
pub use record::{ALL, record};
pub use row_state::RowState;
pub use sentence::sentence;
pub use site::Site;
pub use slice::{n_slice_rows, slice, slice_height_px, slice_tools, way_back};
pub use tools::tools;
pub use tray::{tray_foot, tray_head};
pub use years::{histogram, year_fields};
