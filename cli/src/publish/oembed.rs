//! oEmbed: what programs that turn a pasted link into a frame ask for, <https://oembed.com>. A file
//! answers for a page, because whatever a program adds to its address may be ignored.

use maud::html;
use rustscape::link::{EMBED, IFRAME_SANDBOX};
use serde::Serialize;

use super::{
    Alternate, File, Page, Publication,
    card::{HEIGHT, WIDTH},
    picture,
    text::{clean, one_line},
};
use crate::json::to_json;

/// The name of the answer, beside the page that it is about.
const NAME: &str = "oembed.json";

/// The width of a frame in CSS pixels that programs are told which want one; a frame takes any.
const FRAME_WIDTH_PX: u32 = 640;

/// An answer of the type `rich`.
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

/// The answers for all pages, in their order.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    pages.iter().map(|page| File::new(path(page), answer(publication, page))).collect()
}

/// The link by which a page leads to its answer.
pub(super) fn alternate(page: &Page) -> Alternate {
    let (address, title) = (path(page), one_line(&page.heading));
    Alternate { address, media_type: "application/json+oembed", title }
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
        thumbnail_url: publication.url.absolute(&picture::path(page)),
        thumbnail_width: WIDTH,
        thumbnail_height: HEIGHT,
    })
}

/// A quote that can be read, and the frame. WordPress shows the quote until the frame has told its
/// height, and only then has the script that listens for heights and links: a frame without a quote
/// would keep its height whatever is in it, and its links would be dead.
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
