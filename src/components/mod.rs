//! What changes while it is shown: one component per file, props in, events out. None of them
//! needs a browser to be rendered.

#![allow(unreachable_pub, reason = "the props that the component macro makes are public")]

mod bar;
mod cards;
mod facet_panel;
mod facet_section;
mod facet_value;
mod failure;
mod footer;
mod icon_view;
mod loading_view;
mod nothing_found;
mod notices;
mod refine_sheet;
mod search_field;
mod sentence;
mod share_dialog;
mod theme_button;
mod tools;
mod years;

pub use bar::Bar;
pub use cards::Cards;
pub use facet_panel::FacetPanel;
pub use failure::Failure;
pub use footer::{Footer, FrameFooter};
pub use loading_view::LoadingView;
pub use notices::Notices;
pub use refine_sheet::RefineSheet;
pub use sentence::Sentence;
pub use tools::Tools;
