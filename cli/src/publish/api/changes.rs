//! `changes.json`: what changed in the data.

use std::cmp::Reverse;

use rustscape::{
    dataset::Date,
    link::{Route, find_record},
};
use serde_json::{Value, json};

use super::{Publication, records::Records};

/// At most so many events, the newest first and those of one day in the order of the file, and the
/// redirects of as many renamed records.
pub(super) fn changes(publication: &Publication, records: &Records, n_max: usize) -> Value {
    let mut events = list_of(records.of_file("events"));
    events.sort_by_cached_key(|event| Reverse(event["date"].as_str().and_then(Date::parse)));
    let events = events.into_iter().take(n_max);
    let redirects = list_of(records.of_file("redirects")).into_iter().take(n_max);
    json!({
        "events": events.map(|event| with_page(publication, records, event)).collect::<Value>(),
        "redirects": redirects.collect::<Value>(),
    })
}

/// An event with the page of its record; `null` where there is none.
fn with_page(publication: &Publication, records: &Records, mut event: Value) -> Value {
    let route = event["record"].as_str().and_then(|ids| route_of(publication, records, ids));
    if let Value::Object(event) = &mut event {
        let url = route.map(|route| publication.absolute(&route));
        event.insert("url".to_owned(), json!(url));
    }
    event
}

/// The record by its ids of today or, where it was renamed, by old ones.
fn route_of(publication: &Publication, records: &Records, ids: &str) -> Option<Route> {
    let of_today = records.route(ids).cloned();
    of_today.or_else(|| find_record(ids, publication.dataset()).ok())
}

fn list_of(value: Value) -> Vec<Value> {
    if let Value::Array(values) = value { values } else { Vec::new() }
}
