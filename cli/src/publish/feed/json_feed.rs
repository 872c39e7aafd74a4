//! JSON Feed, version 1.1.

use serde_json::{Map, Value, json};

use super::{
    Feed, JSON,
    entry::{Entry, Recurrence},
};
use crate::publish::text::one_line;

/// A whole feed.
pub(super) fn document(feed: &Feed<'_>) -> String {
    let dataset = feed.publication.dataset();
    let absolute = |address: &str| feed.publication.url.absolute(address);
    let mut document = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(&feed.title),
        "home_page_url": feed.page(),
        "feed_url": feed.form(JSON),
        "description": one_line(&dataset.description),
        "icon": absolute("icon-512.png"),
        "favicon": absolute("icon-192.png"),
        "authors": [{"name": one_line(&dataset.title), "url": absolute("")}],
    });
    if let Some(language) = &dataset.language {
        document["language"] = json!(one_line(language));
    }
    document["items"] = feed.entries.iter().map(|entry| written(entry)).collect();
    document.to_string()
}

fn written(entry: &Entry) -> Value {
    let mut written = Map::new();
    written.insert("id".to_owned(), json!(entry.id));
    written.insert("url".to_owned(), json!(entry.address));
    written.insert("title".to_owned(), json!(entry.title));
    written.insert("content_html".to_owned(), json!(entry.html));
    if !entry.summary.is_empty() {
        written.insert("summary".to_owned(), json!(entry.summary));
    }
    if entry.recurrence == Recurrence::Once {
        written.insert("date_published".to_owned(), json!(entry.moment));
    }
    written.insert("date_modified".to_owned(), json!(entry.moment));
    written.insert("tags".to_owned(), tags(entry));
    written.into()
}

/// The labels of the categories, each once.
fn tags(entry: &Entry) -> Value {
    let mut tags: Vec<&str> = Vec::new();
    for category in &entry.categories {
        if !tags.contains(&category.label.as_str()) {
            tags.push(&category.label);
        }
    }
    json!(tags)
}
