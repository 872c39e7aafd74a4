//! `changes.json`: the history of the dataset.

use std::cmp::Reverse;

use rustscape::{
    dataset::{
        Date,
        record::{Event, Redirect},
    },
    link::{Route, find_record},
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{Publication, openapi::PublishedRecord, records::SourceRecords};

/// Changes of the data.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Changes {
    /// Events, newest first.
    events: Vec<PublishedEvent>,
    /// Records that were renamed or merged.
    #[schemars(with = "Vec<PublishedRecord<Redirect<'static>>>")]
    redirects: Vec<Value>,
}

// No doc comment, because it would replace the description of the flattened record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Event", deny_unknown_fields)]
struct PublishedEvent {
    #[serde(flatten)]
    #[schemars(with = "PublishedRecord<Event<'static>>")]
    record: Value,
    /// Page of the record; null if it has none.
    #[schemars(url)]
    url: Option<String>,
}

/// Returns at most `n_max` events and at most `n_max` redirects. The newest events come first; events
/// of the same day keep the order of the file.
pub(super) fn changes(publication: &Publication, records: &SourceRecords, n_max: usize) -> Changes {
    let mut events = list_of(records.top_level("events"));
    events.sort_by_cached_key(|event| Reverse(event["date"].as_str().and_then(Date::parse)));
    let events = events.into_iter().take(n_max);
    let redirects = list_of(records.top_level("redirects")).into_iter().take(n_max);
    Changes {
        events: events.map(|event| with_page(publication, records, event)).collect(),
        redirects: redirects.collect(),
    }
}

fn with_page(publication: &Publication, records: &SourceRecords, record: Value) -> PublishedEvent {
    let route = record["record"].as_str().and_then(|ids| find_route(publication, records, ids));
    let url = route.map(|route| publication.absolute(&route));
    PublishedEvent { record, url }
}

/// Returns the page of a record by its current or a former id path.
fn find_route(publication: &Publication, records: &SourceRecords, ids: &str) -> Option<Route> {
    let current = records.route(ids).cloned();
    current.or_else(|| find_record(ids, publication.dataset()).ok())
}

fn list_of(value: Value) -> Vec<Value> {
    if let Value::Array(values) = value { values } else { Vec::new() }
}
