//! `rustscape publish`: a dataset and the app become a folder that any static host serves.
//!
//! Each module gives [`File`]s from a [`Publication`]; nothing is written before all of them are
//! there.

pub mod api;

mod base_url;
mod file;
mod page;
mod publication;

pub use base_url::BaseUrl;
pub use file::File;
pub use page::{Page, pages};
pub use publication::Publication;
