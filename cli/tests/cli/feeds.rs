//! Feeds: their entries, dates and pages.

mod formats;
mod identity;

use rustscape_cli::publish::{File, feed};
use serde_json::{Value, json};

use crate::publications::{paths, real, small, value};

/// Returns the titles of the entries of a JSON feed, in order.
#[track_caller]
fn titles(files: &[File], path: &str) -> Vec<String> {
    let items = value(files, path)["items"].take();
    let title = |item: &Value| item["title"].as_str().unwrap().to_owned();
    items.as_array().unwrap().iter().map(title).collect()
}

#[test]
fn publishes_feeds_of_the_atlas_organizations_and_facet_values() {
    let (publication, pages) = small(|_| {});
    let files = feed::files(&publication, &pages);
    let feeds = paths(&files);
    for path in [
        "feed.xml",
        "feed.json",
        "org/acme/feed.xml",
        "domain/cranes/feed.json",
        "since/2020/feed.xml",
        "status/unknown/feed.xml",
    ] {
        assert!(feeds.contains(&path), "{path} is not in {feeds:?}");
    }
    for path in ["org/feed.xml", "about/feed.xml", "org/acme/crane/feed.xml", "claims/feed.xml"] {
        assert!(!feeds.contains(&path), "{path}");
    }
}

#[test]
fn entries_appear_in_the_feeds_of_their_record_newest_first() {
    let (publication, pages) = small(|_| {});
    let files = feed::files(&publication, &pages);
    let check =
        |path: &str, expected: &[&str]| assert_eq!(titles(&files, path), expected, "{path}");
    let (crane, lock) = ("Crane at Acme", "Lock at Acme");
    let (outcome, renamed) = ("Outcome: Crane at Acme", "Renamed: Acme");
    let corrected = "Corrected: nobody/nothing";
    // A project without a day of verification has the day of the dataset.
    let hoist = "Hoist at Zeta";
    check(
        "feed.json",
        &[outcome, outcome, hoist, renamed, crane, corrected, "Added: The atlas began.", lock],
    );
    check("org/acme/feed.json", &[outcome, outcome, renamed, crane, lock]);
    check("org/zeta/feed.json", &[hoist]);
    check("domain/cranes/feed.json", &[outcome, outcome, hoist, renamed, crane]);
    check("domain/locks/feed.json", &[renamed, lock]);
    check("since/2020/feed.json", &[outcome, outcome, renamed, crane]);
}

#[test]
fn dates_are_the_start_of_their_day_month_or_year() {
    let (publication, pages) = small(|_| {});
    let files = feed::files(&publication, &pages);
    let feed = value(&files, "feed.json");
    for (title, key, time) in [
        ("Lock at Acme", "date_modified", json!("2025-01-01T00:00:00Z")),
        ("Lock at Acme", "date_published", Value::Null),
        ("Added: The atlas began.", "date_modified", json!("2026-04-01T00:00:00Z")),
        ("Added: The atlas began.", "date_published", json!("2026-04-01T00:00:00Z")),
        ("Crane at Acme", "date_modified", json!("2026-04-30T00:00:00Z")),
        ("Hoist at Zeta", "date_modified", json!("2026-05-01T00:00:00Z")),
    ] {
        let item = feed["items"].as_array().unwrap().iter().find(|item| item["title"] == title);
        assert_eq!(item.unwrap()[key], time, "{title}: {key}");
    }
}

#[test]
fn a_dataset_without_any_day_has_a_valid_feed() {
    let (publication, pages) = small(|dataset| {
        dataset["updated"] = Value::Null;
        dataset["events"] = json!([]);
        for org in dataset["organizations"].as_array_mut().unwrap() {
            for project in org["projects"].as_array_mut().unwrap() {
                project["verified"] = Value::Null;
            }
        }
    });
    let feed = value(&feed::files(&publication, &pages), "feed.json");
    assert_eq!(feed["items"][0]["date_modified"], "1970-01-01T00:00:00Z");
}

#[test]
fn feeds_contain_the_fifty_newest_entries() {
    let (publication, pages) = real();
    let files = feed::files(publication, pages);
    let numbers = pages.iter().filter_map(|page| {
        let path = format!("{}feed.json", page.address);
        let exists = files.iter().any(|file| file.path == path);
        exists.then(|| value(&files, &path)["items"].as_array().unwrap().len())
    });
    let numbers: Vec<usize> = numbers.collect();
    assert_eq!(numbers.iter().max(), Some(&50));
    assert!(numbers.iter().all(|n| *n > 0), "a feed without entries");
    let feed = value(&files, "feed.json");
    let times = feed["items"].as_array().unwrap().iter().map(|item| item["date_modified"].as_str());
    assert!(times.is_sorted_by(|one, other| one >= other));
}

#[test]
fn pages_name_the_feeds_with_their_entries() {
    let (publication, _) = small(|_| {});
    let check = |address: &str, folder: &str, title: &str| {
        let found = feed::alternates(&publication, &publication.route(address));
        let found: Vec<_> =
            found.into_iter().map(|it| (it.address, it.media_type, it.title)).collect();
        let atom = (format!("{folder}feed.xml"), "application/atom+xml", format!("{title} (Atom)"));
        let json =
            (format!("{folder}feed.json"), "application/feed+json", format!("{title} (JSON Feed)"));
        assert_eq!(found, [atom, json], "{address}");
    };
    check("", "", "Harbors");
    check("org/acme/", "org/acme/", "Acme · Harbors");
    check("org/acme/crane/", "org/acme/", "Acme · Harbors");
    check("domain/cranes/", "domain/cranes/", "Domain: Cranes · Harbors");
    check("since/2020/", "since/2020/", "In use since: 2020 · Harbors");
    check("domain/cranes/?since=2020", "", "Harbors");
    check("domain/cranes,locks/", "", "Harbors");
    check("?q=crane", "", "Harbors");
    check("changes/", "", "Harbors");
    check("claims/", "", "Harbors");
    check("org/", "", "Harbors");
}

#[test]
fn project_entries_contain_outcomes_and_sources() {
    let (publication, pages) = small(|_| {});
    let files = feed::files(&publication, &pages);
    let feed = value(&files, "feed.json");
    let item =
        feed["items"].as_array().unwrap().iter().find(|item| item["title"] == "Crane at Acme");
    assert_eq!(
        item.unwrap()["content_html"],
        "<p>It lifts.</p><ul><li><strong><bdi>−70\u{a0}%</bdi> <bdi>waiting</bdi></strong>: It waits less.</li></ul><p>Sources:</p><ol><li>\
         <a href=\"https://acme.example/crane?a=1&amp;b=2\">The crane</a>, <bdi>Acme</bdi>, <bdi>2022-09-14</bdi></li></ol>\
         <p><a href=\"https://example.org/atlas/org/acme/crane/\">Everything about it in Harbors</a></p>"
    );
    assert_eq!(
        item.unwrap()["tags"],
        json!(["DE", "Cranes", "In use", "2020", "Confirmed", "Time"])
    );
}
