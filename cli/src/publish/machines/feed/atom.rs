//! Atom, as in RFC 4287.

use maud::{Markup, html};

use super::{
    ATOM, ATOM_TYPE, Feed, JSON, JSON_TYPE,
    entry::{Entry, Recurrence},
};
use crate::publish::{license::license_url, text::one_line, xml::DECLARATION};

/// A whole feed.
pub(super) fn document(feed: &Feed<'_>) -> String {
    let dataset = feed.publication.dataset();
    let language = dataset.language.as_deref().map(one_line);
    let html = html! {
        (DECLARATION)
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=[language] {
            (head(feed))
            @for entry in &feed.entries { (written(entry)) }
        }
    };
    html.into_string()
}

fn head(feed: &Feed<'_>) -> Markup {
    let dataset = feed.publication.dataset();
    let icon = feed.publication.url.absolute("icon-192.png");
    html! {
        id { (feed.form(ATOM)) }
        title { (one_line(&feed.title)) }
        subtitle { (one_line(&dataset.description)) }
        updated { (feed.updated) }
        link rel="self" type=(ATOM_TYPE) href=(feed.form(ATOM)) {}
        link rel="alternate" type="text/html" href=(feed.page()) {}
        link rel="alternate" type=(JSON_TYPE) href=(feed.form(JSON)) {}
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

fn written(entry: &Entry) -> Markup {
    html! {
        entry {
            id { (entry.id) }
            title { (entry.title) }
            updated { (entry.moment) }
            @if entry.recurrence == Recurrence::Once { published { (entry.moment) } }
            link rel="alternate" type="text/html" href=(entry.address) {}
            @if !entry.summary.is_empty() { summary { (entry.summary) } }
            @for category in &entry.categories {
                category term=(category.term) scheme=(category.scheme) label=(category.label) {}
            }
            content type="html" { (entry.html) }
        }
    }
}
