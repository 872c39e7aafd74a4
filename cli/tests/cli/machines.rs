//! Files for other programs, except feeds and the data service.

mod badges;
mod blogs;
mod icons;
mod json_ld;
mod oembed;
mod redirects;
mod sitemap;
mod texts;
