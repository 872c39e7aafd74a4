//! Files that other programs read: data service, feeds, structured data, sitemap, badges.

pub mod api;
pub mod badge;
pub mod blog;
pub mod feed;
pub mod json_ld;
pub mod llms;
pub mod oembed;
pub mod open_search;
pub mod robots;
pub mod sitemap;
pub mod web_manifest;

mod alternate_link;

pub use alternate_link::AlternateLink;
