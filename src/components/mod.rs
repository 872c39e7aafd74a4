//! One component per file: props in, events out. None of them needs a browser to be rendered.

#![allow(unreachable_pub, reason = "the props that the component macro makes are public")]

mod bar;
mod card;
mod claim;
mod crumbs;
mod facet_panel;
mod facet_section;
mod facet_value;
mod facts;
mod failure;
mod footer;
mod gains;
mod icon;
mod loading_view;
mod marked;
mod monogram;
mod neighbours;
mod nothing_found;
mod notices;
mod project_row;
mod refine_sheet;
mod search_field;
mod sentence;
mod share_dialog;
mod sources;
mod theme_button;
mod tools;
mod trust;
mod value_link;
mod years;

pub use bar::Bar;
pub use card::Card;
pub use claim::ClaimCheck;
pub use crumbs::Crumbs;
pub use facet_panel::FacetPanel;
pub use facts::{Fact, Facts};
pub use failure::Failure;
pub use footer::{Footer, FrameFooter};
pub use gains::Gains;
pub use icon::{Icon, icon};
pub use loading_view::LoadingView;
pub use monogram::monogram;
pub use neighbours::Neighbours;
pub use nothing_found::NothingFound;
pub use notices::Notices;
pub use project_row::{ProjectRow, RowDetail};
pub use refine_sheet::RefineSheet;
pub use sentence::Sentence;
pub use sources::{Cite, Notes, Sources};
pub use tools::Tools;
pub use trust::confidence_mark;
pub use value_link::{term_link, value_link};
