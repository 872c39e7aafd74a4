//! Feeds in the format JSON Feed 1.1.

use serde::Serialize;

use super::{
    entry::{EntryKind, FeedEntry},
    model::{Feed, JSON_FILE},
};
use crate::{json::to_json, publish::text::one_line};

/// A feed as specified by <https://www.jsonfeed.org/version/1.1/>.
#[derive(Debug, Serialize)]
struct JsonFeed<'f> {
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

/// Returns a feed as JSON.
pub(super) fn document(feed: &Feed<'_>) -> String {
    let dataset = feed.publication.dataset();
    let absolute = |address: &str| feed.publication.url.absolute(address);
    to_json(&JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: one_line(&feed.title),
        home_page_url: feed.page_url(),
        feed_url: feed.file_url(JSON_FILE),
        description: one_line(&dataset.description),
        icon: absolute("icon-512.png"),
        favicon: absolute("icon-192.png"),
        authors: [Author { name: one_line(&dataset.title), url: absolute("") }],
        language: dataset.language.as_deref().map(one_line),
        items: feed.entries.iter().map(|entry| item(entry)).collect(),
    })
}

fn item(entry: &FeedEntry) -> Item<'_> {
    let is_event = entry.kind == EntryKind::Event;
    Item {
        id: &entry.id,
        url: &entry.address,
        title: &entry.title,
        content_html: &entry.html,
        summary: &entry.summary,
        date_published: is_event.then_some(&entry.time),
        date_modified: &entry.time,
        tags: tags(entry),
    }
}

/// Returns the labels of the categories without duplicates.
fn tags(entry: &FeedEntry) -> Vec<&str> {
    let mut tags: Vec<&str> = Vec::new();
    for category in &entry.categories {
        if !tags.contains(&category.label.as_str()) {
            tags.push(&category.label);
        }
    }
    tags
}
