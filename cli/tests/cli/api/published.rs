//! Publications and the files of their data API.

use std::{fs, sync::OnceLock};

use rustscape::state::Atlas;
use rustscape_cli::publish::{BaseUrl, File, Publication, api::files};
use serde_json::{Value, json};

/// A publication and the files of its data API.
pub(super) struct PublishedApi {
    pub(super) publication: Publication,
    /// Content of the dataset file.
    pub(super) source: Value,
    pub(super) files: Vec<File>,
}

impl PublishedApi {
    /// Returns the content of a file by its path below `api/v1/`.
    #[track_caller]
    pub(super) fn text(&self, path: &str) -> &str {
        let path = format!("api/v1/{path}");
        let file = self.files.iter().find(|file| file.path == path);
        std::str::from_utf8(&file.unwrap_or_else(|| panic!("no {path}")).bytes).unwrap()
    }

    #[track_caller]
    pub(super) fn json(&self, path: &str) -> Value {
        serde_json::from_str(self.text(path)).unwrap()
    }

    /// Returns the organizations of the dataset file.
    pub(super) fn organizations(&self) -> &Vec<Value> {
        self.source["organizations"].as_array().unwrap()
    }

    /// Returns the projects of the dataset file, each with its organization.
    pub(super) fn projects(&self) -> Vec<(&Value, &Value)> {
        let organizations = self.organizations().iter();
        let projects = organizations.flat_map(|org| {
            let projects = org["projects"].as_array().into_iter().flatten();
            projects.map(move |project| (org, project))
        });
        projects.collect()
    }
}

pub(super) fn publication(source: &[u8], url: &str) -> Publication {
    let atlas = Atlas::from_bytes(source).unwrap();
    assert_eq!(atlas.problems, []);
    let url = BaseUrl::parse(url).unwrap();
    let version = "0123456789abcdef".to_owned();
    Publication { atlas, source: source.to_owned(), url, today: None, version }
}

pub(super) fn publish(source: &[u8], url: &str) -> PublishedApi {
    let publication = publication(source, url);
    let files = files(&publication);
    let source = serde_json::from_slice(source).unwrap();
    PublishedApi { publication, source, files }
}

/// Returns a frozen dataset of several hundred organizations, at the root of a domain.
pub(super) fn real() -> &'static PublishedApi {
    static REAL: OnceLock<PublishedApi> = OnceLock::new();
    REAL.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/atlas.json");
        publish(&fs::read(path).unwrap(), "https://atlas.example/")
    })
}

/// Returns a small dataset of edge cases, in a folder of a domain.
pub(super) fn small() -> &'static PublishedApi {
    static SMALL: OnceLock<PublishedApi> = OnceLock::new();
    SMALL.get_or_init(|| publish(small_dataset().to_string().as_bytes(), "https://example.org/a/b"))
}

/// Returns a dataset without records.
pub(super) fn empty() -> PublishedApi {
    let dataset =
        json!({"schema_version": "1", "title": "None", "vocabulary": {}, "organizations": []});
    publish(dataset.to_string().as_bytes(), "http://127.0.0.1:8080")
}

/// Returns a dataset with texts that look like formulas, unpublished fields, unknown values, renamed
/// records, and unsorted events.
fn small_dataset() -> Value {
    json!({
        "$schema": "schema/v1.json",
        "schema_version": "1.2",
        "title": "Small “atlas”",
        "license": "free for all",
        "x_draft": "an unknown key",
        "links": [{"label": "Elsewhere", "url": "https://example.com/"}],
        "vocabulary": {
            "industry": [{"id": "cloud", "label": "Cloud", "hint": null}],
            "domain": [{"id": "proxy", "label": "Proxy"}, {"id": "games", "label": "Games"}, {"id": "unused", "label": "Unused"}],
            "replaces": [{"id": "c", "label": "C", "type": "language"}],
            "kind": [{"id": "rewrite", "label": "Rewrite"}],
            "status": [{"id": "production", "label": "In production"}, {"id": "unknown", "label": "Unknown"}],
            "metric": [{"id": "speed", "label": "Speed", "quantity": "speed"}],
            "verdict": [{"id": "wrong", "label": "Wrong"}],
            "confidence": [{"id": "confirmed", "label": "Confirmed"}, {"id": "unverified", "label": "Unverified"}],
        },
        "redirects": [{"from": "org/old", "to": "org/acme"}],
        "events": [
            {"date": "2025-02-01", "kind": "added", "record": "acme/gate", "note": "First of its day."},
            {"date": "2026", "kind": "renamed", "record": "old", "note": "The newest."},
            {"date": "2025-02-01", "kind": "source", "record": "nobody", "note": "Second of its day."},
            {"date": "2024-12", "kind": "corrected", "note": "The oldest, of all.", "x_by": "me"},
        ],
        "organizations": [
            {
                "id": "acme", "name": "=ACME, \"Inc.\"", "aliases": [], "in_post": true, "industry": "cloud",
                "country": "CH", "homepage": null, "summary": "Ümläuts; and 漢字", "founded": 1999,
                "projects": [project_with_everything(), project_with_nothing()],
            },
            {"id": "bare", "name": "Bare"},
        ],
    })
}

fn project_with_everything() -> Value {
    json!({
        "id": "gate", "name": "@scope/gate", "in_post": true, "summary": "+ first line\nsecond; \"line\"",
        "domains": ["proxy", "games"], "kind": "rewrite", "replaces": ["c"], "status": "production",
        "since": 2019, "until": null, "open_source": true, "repository": "https://example.com/gate",
        "license": "'MIT", "confidence": "confirmed", "verified": "2025-01",
        "outcomes": [{
            "metric": "speed", "direction": "up", "value": 2.50, "unit": "percent", "baseline": null,
            "statement": "A little faster.", "source": 1,
        }],
        "notes": [{"statement": "A note.", "source": null}],
        "sources": [
            {"title": "A book", "url": null},
            {"title": "A page", "url": "https://example.com/page", "checked": {"date": "2025", "how": "copy"}},
        ],
        "cites": {"since": [0]},
        "claim": {"text": "It is fast.", "verdict": "wrong", "note": null},
    })
}

fn project_with_nothing() -> Value {
    json!({"id": "bare", "name": "-bare", "confidence": "unverified", "status": null})
}
