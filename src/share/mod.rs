//! The dialog that passes a view on: as a link, as a frame of another page, as a reference, as a
//! picture, as data.
//!
//! It is a chunk of the program, because the texts for eight kinds of pages and the drawing of QR codes
//! are a tenth of it. The dialog is markup, made from a [`SharedView`](crate::link::SharedView) and
//! from the choices made in it ([`Sharing`]).

mod browser;
mod dialog;
mod embed;
mod field;
mod panel;
mod program;
mod qr;
mod sharing;

pub use dialog::{LINK_ID, PLACES, PREVIEW_ID, Place, Shared, skeleton};
pub use field::COPIED;
pub use program::view;
pub use qr::qr_code;
pub use sharing::{Sharing, Tab};
