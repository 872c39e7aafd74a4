//! `changes.json`: what changed in the data.

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

use super::{Publication, openapi::Published, records::Records};

/// Changes of the data.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Changes {
    /// The newest first.
    events: Vec<PublishedEvent>,
    /// Records that were renamed or merged.
    #[schemars(with = "Vec<Published<Redirect<'static>>>")]
    redirects: Vec<Value>,
}

// Without a doc comment, which would take the place of the description of the record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Event", deny_unknown_fields)]
struct PublishedEvent {
    #[serde(flatten)]
    #[schemars(with = "Published<Event<'static>>")]
    record: Value,
    /// Page of the record; null where there is none.
    #[schemars(url)]
    url: Option<String>,
}

/// At most so many events, the newest first and those of one day in the order of the file, and the
/// redirects of as many renamed records.
pub(super) fn changes(publication: &Publication, records: &Records, n_max: usize) -> Changes {
    let mut events = list_of(records.of_file("events"));
    events.sort_by_cached_key(|event| Reverse(event["date"].as_str().and_then(Date::parse)));
    let events = events.into_iter().take(n_max);
    let redirects = list_of(records.of_file("redirects")).into_iter().take(n_max);
    Changes {
        events: events.map(|event| with_page(publication, records, event)).collect(),
        redirects: redirects.collect(),
    }
}

fn with_page(publication: &Publication, records: &Records, record: Value) -> PublishedEvent {
    let route = record["record"].as_str().and_then(|ids| route_of(publication, records, ids));
    let url = route.map(|route| publication.absolute(&route));
    PublishedEvent { record, url }
}

/// The record by its ids of today or, where it was renamed, by old ones.
fn route_of(publication: &Publication, records: &Records, ids: &str) -> Option<Route> {
    let of_today = records.route(ids).cloned();
    of_today.or_else(|| find_record(ids, publication.dataset()).ok())
}

fn list_of(value: Value) -> Vec<Value> {
    if let Value::Array(values) = value { values } else { Vec::new() }
}
