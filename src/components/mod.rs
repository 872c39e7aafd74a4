//! What changes while it is shown: places in the page whose markup follows the state, and the few
//! elements that are more than text. None of them needs a browser to be rendered.

#![allow(unreachable_pub, reason = "the props that the component macro makes are public")]

mod bar;
mod cards;
mod facet_panel;
mod live;
mod modal;
mod search_field;

pub use bar::Bar;
pub use cards::Cards;
pub use facet_panel::FacetPanel;
pub use live::live;
pub use modal::Modal;
