//! What a site offers to programs apart from feeds.

mod badges;
mod blogs;
mod icons;
mod json_ld;
mod oembed;
mod redirects;
mod sitemap;
mod texts;
