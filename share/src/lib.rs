//! The dialog that passes a view on: as a link, as a frame of another page, as a reference, as a
//! picture, as data.
//!
//! It is a program of its own, which only those load who open it: the texts for eight kinds of pages
//! and the drawing of QR codes are a tenth of the application. What it shows is markup made from a
//! [`SharedView`](rustscape::link::SharedView), which the application hands over as text, and from
//! what is chosen ([`Sharing`]).

mod dialog;
mod embed;
mod field;
mod panel;
mod qr;
mod sharing;

pub use dialog::{LINK_ID, PLACES, PREVIEW_ID, Place, Shared, skeleton};
pub use field::COPIED;
pub use qr::qr_code;
pub use sharing::{Sharing, Tab};
