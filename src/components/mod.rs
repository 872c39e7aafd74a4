//! What changes while it is shown: one component per file. A component is a function that gives its
//! markup and, for each part of it that follows the state, a place ([`Places`]). None of them
//! needs a browser to be rendered.

mod bar;
mod cards;
mod facet_panel;
mod places;
mod refine_sheet;
mod share_dialog;

pub use bar::bar;
pub use cards::{cards, ways_out};
pub use facet_panel::facet_panel;
pub use places::Places;
pub use refine_sheet::refine_sheet;
pub use share_dialog::share_dialog;
