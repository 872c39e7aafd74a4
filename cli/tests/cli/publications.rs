//! Publications that several tests share.

use std::{path::PathBuf, sync::OnceLock};

use rustscape::state::Atlas;
use rustscape_cli::publish::{BaseUrl, File, Page, Publication, pages};
use serde_json::{Value, json};

/// Address of the published datasets.
pub(crate) const SITE: &str = "https://example.org/atlas/";

/// A text with the syntax of every format that it is written to.
pub(crate) const HOSTILE: &str = "</script><script>alert(1)</script> ]]> &amp; \"'`* [x](y) \u{202e}desrever \u{1} \u{fffe} \u{2028} \r\nHost: x";

/// Returns a publication of `source` at `url`, with its pages.
#[track_caller]
pub(crate) fn published(source: Vec<u8>, url: &str) -> (Publication, Vec<Page>) {
    let atlas = Atlas::from_bytes(&source).expect("a dataset");
    let url = BaseUrl::parse(url).expect("an address");
    let version = "0123456789abcdef".to_owned();
    let publication = Publication { atlas, source, url, today: None, version };
    let pages = pages(&publication);
    (publication, pages)
}

/// Returns a publication of a fixed dataset with several hundred organizations.
pub(crate) fn real() -> &'static (Publication, Vec<Page>) {
    static REAL: OnceLock<(Publication, Vec<Page>)> = OnceLock::new();
    REAL.get_or_init(|| {
        let path = [env!("CARGO_MANIFEST_DIR"), "..", "tests", "fixtures", "atlas.json"];
        let source = std::fs::read(path.iter().collect::<PathBuf>()).expect("the dataset");
        published(source, SITE)
    })
}

/// Returns a publication of a small dataset after `change`.
#[track_caller]
pub(crate) fn small(change: impl FnOnce(&mut Value)) -> (Publication, Vec<Page>) {
    let mut dataset = dataset();
    change(&mut dataset);
    let (publication, pages) = published(dataset.to_string().into_bytes(), SITE);
    assert!(publication.atlas.problems.is_empty(), "{:?}", publication.atlas.problems);
    (publication, pages)
}

/// Returns a publication of the small dataset with the hostile text in every text field.
pub(crate) fn hostile() -> (Publication, Vec<Page>) {
    small(|dataset| {
        for key in ["title", "description", "license"] {
            dataset[key] = json!(HOSTILE);
        }
        dataset["post"] = json!({"title": HOSTILE, "url": "https://blog.example/?a=1&b='2'", "publisher": HOSTILE});
        for event in dataset["events"].as_array_mut().unwrap() {
            event["note"] = json!(HOSTILE);
        }
        dataset["events"][0]["record"] = json!(HOSTILE);
        for terms in dataset["vocabulary"].as_object_mut().unwrap().values_mut() {
            for term in terms.as_array_mut().unwrap() {
                term["label"] = json!(HOSTILE);
            }
        }
        let org = &mut dataset["organizations"][0];
        org["name"] = json!(HOSTILE);
        org["aliases"] = json!([HOSTILE]);
        let project = &mut org["projects"][0];
        project["name"] = json!(HOSTILE);
        project["summary"] = json!(HOSTILE);
        project["sources"][0]["title"] = json!(HOSTILE);
        project["sources"][0]["publisher"] = json!(HOSTILE);
        project["outcomes"][0]["statement"] = json!(HOSTILE);
        project["claim"] = json!({"text": HOSTILE, "verdict": "wrong", "note": HOSTILE});
    })
}

/// Returns the text of a file.
#[track_caller]
pub(crate) fn text<'f>(files: &'f [File], path: &str) -> &'f str {
    let file = files.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&file.bytes).expect("UTF-8")
}

/// Returns the content of a JSON file.
#[track_caller]
pub(crate) fn value(files: &[File], path: &str) -> Value {
    serde_json::from_str(text(files, path)).expect("JSON")
}

/// Returns the paths of files.
pub(crate) fn paths(files: &[File]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

fn dataset() -> Value {
    json!({
        "schema_version": "1.0", "title": "Harbors", "description": "Who moves what by crane.",
        "language": "en", "license": "CC0-1.0", "updated": "2026-05-01",
        "vocabulary": {
            "domain": [{"id": "cranes", "label": "Cranes"}, {"id": "locks", "label": "Locks"}],
            "metric": [{"id": "time", "label": "Time", "quantity": "waiting"}],
            "status": [{"id": "production", "label": "In use"}],
            "verdict": [{"id": "wrong", "label": "Wrong"}],
            "confidence": [{"id": "confirmed", "label": "Confirmed"}, {"id": "unverified", "label": "Unverified"}]
        },
        "events": [
            {"date": "2026-04", "kind": "added", "note": "The atlas began."},
            {"date": "2026-05-01", "kind": "outcome", "record": "acme/crane", "note": "It waits less."},
            {"date": "2026-05-01", "kind": "outcome", "record": "acme/crane", "note": "It lifts more."},
            {"date": "2026-04-30", "kind": "renamed", "record": "acme", "note": "It was Apex before."},
            {"date": "2026-04-29", "kind": "corrected", "record": "nobody/nothing", "note": "It is not there."}
        ],
        "organizations": [
            {"id": "acme", "name": "Acme", "aliases": ["Apex"], "country": "DE", "homepage": "https://acme.example", "projects": [
                {"id": "crane", "name": "Crane", "summary": "It lifts.", "domains": ["cranes"], "status": "production",
                 "since": 2020, "repository": "https://git.example/crane", "confidence": "confirmed", "verified": "2026-04-30",
                 "outcomes": [{"metric": "time", "direction": "down", "value": 70, "unit": "percent", "statement": "It waits less.", "source": 0}],
                 "sources": [{"url": "https://acme.example/crane?a=1&b=2", "title": "The crane", "publisher": "Acme", "date": "2022-09-14", "kind": null}]},
                {"id": "lock", "name": "Lock", "domains": ["locks"], "status": "production", "confidence": "unverified", "verified": "2025"}
            ]},
            {"id": "zeta", "name": "Zeta", "projects": [
                {"id": "hoist", "name": "Hoist", "domains": ["cranes"], "confidence": "unverified"}
            ]}
        ]
    })
}
