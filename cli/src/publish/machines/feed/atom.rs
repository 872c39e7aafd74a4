//! Feeds in the format Atom (RFC 4287).

use maud::{Markup, html};

use super::{
    entry::{EntryKind, FeedEntry},
    model::{ATOM_FILE, ATOM_TYPE, Feed, JSON_FILE, JSON_TYPE},
};
use crate::publish::{license::license_url, text::one_line, xml::DECLARATION};

/// Returns a feed as an XML document.
pub(super) fn document(feed: &Feed<'_>) -> String {
    let dataset = feed.publication.dataset();
    let language = dataset.language.as_deref().map(one_line);
    let html = html! {
        (DECLARATION)
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=[language] {
            (head(feed))
            @for entry in &feed.entries { (entry_markup(entry)) }
        }
    };
    html.into_string()
}

fn head(feed: &Feed<'_>) -> Markup {
    let dataset = feed.publication.dataset();
    let icon = feed.publication.url.absolute("icon-192.png");
    html! {
        id { (feed.file_url(ATOM_FILE)) }
        title { (one_line(&feed.title)) }
        subtitle { (one_line(&dataset.description)) }
        updated { (feed.updated) }
        link rel="self" type=(ATOM_TYPE) href=(feed.file_url(ATOM_FILE)) {}
        link rel="alternate" type="text/html" href=(feed.page_url()) {}
        link rel="alternate" type=(JSON_TYPE) href=(feed.file_url(JSON_FILE)) {}
        author {
            name { (one_line(&dataset.title)) }
            uri { (feed.publication.url.absolute("")) }
        }
        @if let Some(license) = &dataset.license {
            rights { (one_line(license)) }
            @if let Some(url) = license_url(license) { link rel="license" href=(url) {} }
        }
        icon { (icon) }
        generator { "rustscape" }
    }
}

fn entry_markup(entry: &FeedEntry) -> Markup {
    html! {
        entry {
            id { (entry.id) }
            title { (entry.title) }
            updated { (entry.time) }
            @if entry.kind == EntryKind::Event { published { (entry.time) } }
            link rel="alternate" type="text/html" href=(entry.address) {}
            @if !entry.summary.is_empty() { summary { (entry.summary) } }
            @for category in &entry.categories {
                category term=(category.term) scheme=(category.scheme) label=(category.label) {}
            }
            content type="html" { (entry.html) }
        }
    }
}
