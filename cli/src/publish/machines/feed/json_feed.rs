//! JSON Feed, version 1.1.

use serde::Serialize;

use super::{
    Feed, JSON,
    entry::{Entry, Recurrence},
};
use crate::{json::to_json, publish::text::one_line};

/// A feed as <https://www.jsonfeed.org/version/1.1/> has it.
#[derive(Debug, Serialize)]
struct Document<'f> {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    description: String,
    icon: String,
    favicon: String,
    authors: [Author; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    items: Vec<Item<'f>>,
}

#[derive(Debug, Serialize)]
struct Author {
    name: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct Item<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f str,
    content_html: &'f str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'f str>,
    date_modified: &'f str,
    tags: Vec<&'f str>,
}

/// A whole feed.
pub(super) fn document(feed: &Feed<'_>) -> String {
    let dataset = feed.publication.dataset();
    let absolute = |address: &str| feed.publication.url.absolute(address);
    to_json(&Document {
        version: "https://jsonfeed.org/version/1.1",
        title: one_line(&feed.title),
        home_page_url: feed.page(),
        feed_url: feed.form(JSON),
        description: one_line(&dataset.description),
        icon: absolute("icon-512.png"),
        favicon: absolute("icon-192.png"),
        authors: [Author { name: one_line(&dataset.title), url: absolute("") }],
        language: dataset.language.as_deref().map(one_line),
        items: feed.entries.iter().map(|entry| item(entry)).collect(),
    })
}

fn item(entry: &Entry) -> Item<'_> {
    let is_once = entry.recurrence == Recurrence::Once;
    Item {
        id: &entry.id,
        url: &entry.address,
        title: &entry.title,
        content_html: &entry.html,
        summary: &entry.summary,
        date_published: is_once.then_some(&entry.moment),
        date_modified: &entry.moment,
        tags: tags(entry),
    }
}

/// The labels of the categories, each once.
fn tags(entry: &Entry) -> Vec<&str> {
    let mut tags: Vec<&str> = Vec::new();
    for category in &entry.categories {
        if !tags.contains(&category.label.as_str()) {
            tags.push(&category.label);
        }
    }
    tags
}
