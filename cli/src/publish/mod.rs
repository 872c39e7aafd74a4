//! `rustscape publish`: writes a dataset and the app as a folder that any static host can serve.
//!
//! A [`Publication`] is the input. `site` writes the pages, `machines` the files that other programs
//! read, and `cards` the pictures; `assembly` combines them. Each module returns [`File`]s, and
//! [`Output`] writes them to a staging folder, which replaces the published one at the end. The same
//! input gives the same bytes.

pub mod cards;
mod machines;
mod site;

mod assembly;
mod base_url;
mod day;
mod file;
mod hash;
mod license;
mod output;
mod page;
mod parallel;
mod project_set;
mod publication;
mod record_resolver;
mod run;
mod text;
mod xml;

pub use crate::hosting::{ASSETS, VERSIONS};
pub use assembly::publish;
pub use base_url::BaseUrl;
pub use cards::icons;
pub use file::File;
pub use machines::{
    AlternateLink, api, badge, blog, feed, json_ld, llms, oembed, open_search, robots, sitemap,
    web_manifest,
};
pub use output::{MARKER_FILE, Output, PublishSummary};
pub use page::{Page, pages};
pub use publication::Publication;
pub use run::{Args, run};
pub use site::{
    AppBundle, AppParts, Asset, Assets, DocumentRenderer, LOADER, Retention, VERSIONS_LIST,
    list_dataset, redirects,
};
