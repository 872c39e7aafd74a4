//! `rustscape publish`: a dataset and the app become a folder that any static host serves.
//!
//! Each module gives [`File`]s from a [`Publication`]; [`Output`] writes them beside the old folder
//! and then puts them in its place. The same input gives the same bytes.

pub mod badge;
pub mod blog;
pub mod feed;
pub mod icons;
pub mod json_ld;
pub mod llms;
pub mod oembed;
pub mod open_search;
pub mod redirects;
pub mod robots;
pub mod sitemap;
pub mod web_manifest;

mod alternate;
pub mod api;
mod app;
mod assets;
mod base_url;
pub mod card;
mod color;
mod day;
mod document;
mod each;
mod file;
mod hash;
mod head;
mod license;
mod list;
mod output;
mod page;
mod picture;
mod publication;
mod records;
mod retention;
mod run;
mod section;
mod site;
mod text;
mod versions;
mod xml;

pub use alternate::Alternate;
pub use app::{App, LOADER, Parts};
pub use assets::{ASSETS, Asset, Assets};
pub use base_url::BaseUrl;
pub use document::Documents;
pub use file::File;
pub use list::list;
pub use output::{MARK, Output, Written};
pub use page::{Page, pages};
pub use publication::Publication;
pub use retention::Retention;
pub use run::{Args, run};
pub use site::publish;
pub use versions::VERSIONS;
