//! oEmbed responses, <https://oembed.com>, by which other programs turn a pasted link into an
//! embed.
//!
//! Each page has a static file as its response. Programs add parameters to the address, all of
//! which a response may ignore.

use maud::html;
use rustscape::link::{EMBED, IFRAME_SANDBOX};
use serde::Serialize;

use super::AlternateLink;
use crate::{
    json::to_json,
    publish::{
        File, Page, Publication,
        cards::{HEIGHT, WIDTH, page_cards},
        text::{clean, one_line},
    },
};

/// File name of a response, in the folder of its page.
const NAME: &str = "oembed.json";

/// Suggested width of an embed in CSS pixels, for programs that need one; an embed adapts to any
/// width.
const FRAME_WIDTH_PX: u32 = 640;

/// A response of type `rich`.
#[derive(Debug, Serialize)]
struct Answer {
    version: &'static str,
    r#type: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    html: String,
    width: u32,
    height: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// Returns the responses for all pages, in their order.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    pages.iter().map(|page| File::new(path(page), answer(publication, page))).collect()
}

/// Returns the link from a page to its response.
pub(in crate::publish) fn alternate(page: &Page) -> AlternateLink {
    let (address, title) = (path(page), one_line(&page.heading));
    AlternateLink { address, media_type: "application/json+oembed", title }
}

fn path(page: &Page) -> String {
    [&page.address, NAME].concat()
}

fn answer(publication: &Publication, page: &Page) -> String {
    let title = one_line(&page.heading);
    to_json(&Answer {
        version: "1.0",
        r#type: "rich",
        provider_name: one_line(&publication.dataset().title),
        provider_url: publication.url.absolute(""),
        html: frame(publication, page, &title),
        title,
        width: FRAME_WIDTH_PX,
        height: page.frame_height_px,
        thumbnail_url: publication.url.absolute(&page_cards::path(page)),
        thumbnail_width: WIDTH,
        thumbnail_height: HEIGHT,
    })
}

/// Returns a quote and an iframe.
///
/// WordPress shows the quote until the iframe reports its height, and only loads the script that
/// handles heights and links if there is a quote. Without a quote, the iframe would keep its
/// initial height and its links would not work.
fn frame(publication: &Publication, page: &Page, title: &str) -> String {
    let src = publication.url.absolute(&[EMBED, &page.address].concat());
    let html = html! {
        blockquote.wp-embedded-content {
            a href=(publication.url.absolute(&page.address)) { (title) }
        }
        iframe src=(src) title=(title) width=(FRAME_WIDTH_PX) height=(page.frame_height_px)
            frameborder="0" scrolling="no" loading="lazy"
            sandbox=(IFRAME_SANDBOX) {}
    };
    clean(&html.into_string()).into_owned()
}
