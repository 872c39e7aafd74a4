//! `rustscape publish`: a dataset and the app become a folder that any static host serves.
//!
//! Each module gives [`File`]s from a [`Publication`]; nothing is written before all of them are
//! there.

pub mod badge;
pub mod feed;
pub mod icons;
pub mod json_ld;
pub mod llms;
pub mod open_search;
pub mod redirects;
pub mod robots;
pub mod sitemap;
pub mod web_manifest;

mod base_url;
mod color;
mod day;
mod file;
mod license;
mod page;
mod publication;
mod records;
mod section;
mod text;
mod xml;

pub use base_url::BaseUrl;
pub use file::File;
pub use page::{Page, pages};
pub use publication::Publication;
