//! Metadata in the `<head>` of a page, for chats, search engines and feed readers.

use maud::{Markup, PreEscaped, html};

use crate::publish::{
    AlternateLink, Page, Publication, api,
    cards::{HEIGHT, WIDTH, page_cards},
    feed,
    json_ld::{json_ld, script_text},
    oembed,
};

/// Returns the metadata elements of a page.
pub(super) fn head(publication: &Publication, page: &Page) -> Markup {
    html! {
        (open_graph(publication, page))
        (alternate_links(publication, page))
        link rel="apple-touch-icon" href="apple-touch-icon.png";
        link rel="manifest" href="site.webmanifest";
        link rel="search" type="application/opensearchdescription+xml"
            title=(publication.dataset().title) href="opensearch.xml";
        script type="application/ld+json" {
            (PreEscaped(script_text(&json_ld(publication, page))))
        }
    }
}

/// Returns the link preview of a page: Open Graph, and the one element that Twitter needs in
/// addition.
fn open_graph(publication: &Publication, page: &Page) -> Markup {
    let property = |name: &str, content: &str| {
        html! { meta property={ "og:" (name) } content=(content); }
    };
    html! {
        (property("type", "website"))
        (property("site_name", &publication.dataset().title))
        (property("title", &page.heading))
        @if !page.description.is_empty() { (property("description", &page.description)) }
        (property("url", &publication.url.absolute(&page.address)))
        (property("image", &publication.url.absolute(&page_cards::path(page))))
        (property("image:width", &WIDTH.to_string()))
        (property("image:height", &HEIGHT.to_string()))
        (property("image:alt", &page.heading))
        meta name="twitter:card" content="summary_large_image";
    }
}

/// Returns the links to the same content in other formats, and to feeds.
fn alternate_links(publication: &Publication, page: &Page) -> Markup {
    let data = api::alternates(publication, &page.route);
    let news = feed::alternates(publication, &page.route);
    let frame = [oembed::alternate(page)];
    html! {
        @for AlternateLink { address, media_type, title } in frame.into_iter().chain(data).chain(news) {
            link rel="alternate" type=(media_type) title=(title)
                href=(publication.url.absolute(&address));
        }
    }
}
