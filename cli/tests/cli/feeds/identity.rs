//! Ids of entries: unique, and stable across publications.

use std::collections::BTreeMap;

use rustscape_cli::publish::{File, feed};
use serde_json::json;

use crate::publications::{real, small, value};

/// Returns the summary of each entry of the main feed by id.
#[track_caller]
fn entries(files: &[File]) -> BTreeMap<String, String> {
    let feed = value(files, "feed.json");
    let items = feed["items"].as_array().unwrap();
    let entries: BTreeMap<_, _> = items
        .iter()
        .map(|item| (item["id"].as_str().unwrap().to_owned(), item["summary"].to_string()))
        .collect();
    assert_eq!(entries.len(), items.len(), "an id occurs twice");
    entries
}

#[test]
fn ids_are_unique_and_the_same_in_all_feeds() {
    let (publication, pages) = real();
    let mut known = BTreeMap::new();
    for file in feed::files(publication, pages) {
        if !file.path.ends_with("feed.json") {
            continue;
        }
        let feed: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        let mut in_feed = Vec::new();
        for item in feed["items"].as_array().unwrap() {
            let id = item["id"].as_str().unwrap().to_owned();
            let first = known.entry(id.clone()).or_insert_with(|| item.clone());
            assert_eq!(first, item, "{}", file.path);
            in_feed.push(id);
        }
        let n_items = in_feed.len();
        in_feed.sort();
        in_feed.dedup();
        assert_eq!(in_feed.len(), n_items, "{}", file.path);
    }
}

#[test]
fn ids_survive_corrections_and_additions() {
    let (publication, pages) = small(|_| {});
    let before = entries(&feed::files(&publication, &pages));
    let (publication, pages) = small(|dataset| {
        dataset["title"] = json!("Ports");
        dataset["updated"] = json!("2026-06-01");
        let events = dataset["events"].as_array_mut().unwrap();
        events[1]["note"] = json!("It waits much less.");
        events
            .push(json!({"date": "2026-06-01", "kind": "added", "record": "acme", "note": "New."}));
        events.push(json!({"date": "2026-05-01", "kind": "outcome", "record": "acme/crane", "note": "Third."}));
        let orgs = dataset["organizations"].as_array_mut().unwrap();
        orgs[0]["name"] = json!("Acme Inc.");
        orgs[0]["projects"][0]["verified"] = json!("2026-06-01");
        orgs.insert(
            0,
            json!({"id": "aaa", "name": "Aaa", "projects": [
            {"id": "first", "name": "First", "confidence": "unverified"}]}),
        );
    });
    let after = entries(&feed::files(&publication, &pages));
    for (id, summary) in &before {
        let is_corrected = summary.contains("It waits less.");
        let expected = if is_corrected { "\"It waits much less.\"" } else { summary };
        assert_eq!(after.get(id).map(String::as_str), Some(expected), "{id}");
    }
    assert_eq!(after.len(), before.len() + 3);
}

#[test]
fn ids_are_urls_with_the_event_as_fragment() {
    let (publication, pages) = small(|_| {});
    let entries = entries(&feed::files(&publication, &pages));
    let ids: Vec<_> = entries.keys().map(String::as_str).collect();
    let changes = "https://example.org/atlas/changes/";
    let expected = [
        &format!("{changes}#2026-04-29-corrected-nobody/nothing"),
        &format!("{changes}#2026-04-30-renamed-acme"),
        &format!("{changes}#2026-04-added"),
        &format!("{changes}#2026-05-01-outcome-acme/crane"),
        &format!("{changes}#2026-05-01-outcome-acme/crane~2"),
        "https://example.org/atlas/org/acme/crane/#verified",
        "https://example.org/atlas/org/acme/lock/#verified",
        "https://example.org/atlas/org/zeta/hoist/#verified",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn feeds_are_reproducible() {
    let (one, pages) = small(|_| {});
    let (other, other_pages) = small(|_| {});
    assert_eq!(feed::files(&one, &pages), feed::files(&other, &other_pages));
}
