//! What the head of a page says to those who do not show it: chats, search engines, readers of
//! feeds, programs.

use maud::{Markup, PreEscaped, html};

use crate::publish::{
    Alternate, Page, Publication, api,
    cards::{HEIGHT, WIDTH, page_cards},
    feed,
    json_ld::{json_ld, script_text},
    oembed,
};

/// The elements for the head of a page.
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

/// What chats and social networks show beside a link: Open Graph, and the one term that Twitter
/// asks for beside it.
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

/// The same as data, and its news as feeds.
fn alternate_links(publication: &Publication, page: &Page) -> Markup {
    let data = api::alternates(publication, &page.route);
    let news = feed::alternates(publication, &page.route);
    let frame = [oembed::alternate(page)];
    html! {
        @for Alternate { address, media_type, title } in frame.into_iter().chain(data).chain(news) {
            link rel="alternate" type=(media_type) title=(title)
                href=(publication.url.absolute(&address));
        }
    }
}
