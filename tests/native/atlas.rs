//! The datasets that the tests read.

use std::sync::LazyLock;

use rustscape::dataset::{Dataset, read};
use rustscape::search::Index;
use rustscape::wording::NAMES;
use serde_json::{Value, json};

/// A frozen dataset of several hundred organizations, so that no test depends on the one that is
/// maintained.
pub(crate) const BYTES: &[u8] = include_bytes!("../fixtures/atlas.json");

/// The frozen dataset with its index, as readers have it.
pub(crate) fn published() -> &'static (Dataset, Index) {
    static PUBLISHED: LazyLock<(Dataset, Index)> = LazyLock::new(|| indexed(BYTES));
    &PUBLISHED
}

/// A dataset with its index. Panics where a record is left out.
pub(crate) fn indexed(bytes: &[u8]) -> (Dataset, Index) {
    let (dataset, problems) = read(bytes).unwrap();
    assert_eq!(problems, []);
    let index = Index::new(&dataset, &NAMES);
    (dataset, index)
}

/// Two organizations with three projects, every field set at the first.
pub(crate) fn small() -> Value {
    let source = json!({
        "url": "https://example.org/a", "title": "About A", "publisher": "Acme",
        "date": "2021-05", "kind": "first-party", "supports": "all of it",
        "checked": {"date": "2026-01-02", "how": "original"}
    });
    json!({
        "schema_version": "1.0", "title": "Small", "description": "A small one.",
        "language": "en", "license": "CC0-1.0", "updated": "2026-01-02",
        "vocabulary": {
            "domain": [{"id": "proxy", "label": "Proxy"}, {"id": "storage", "label": "Storage"}],
            "replaces": [{"id": "cpp", "label": "C++"}],
            "metric": [{"id": "cpu", "label": "CPU", "quantity": "CPU"}],
            "industry": [{"id": "cloud", "label": "Cloud"}],
            "country": [{"id": "us", "label": "United States"}],
            "kind": [{"id": "rewrite", "label": "Rewrite"}],
            "status": [{"id": "production", "label": "In production"}],
            "source_kind": [{"id": "first-party", "label": "First-party"}],
            "verdict": [{"id": "confirmed", "label": "Confirmed"}],
            "confidence": [{"id": "confirmed", "label": "Confirmed"}]
        },
        "redirects": [{"from": "org/old", "to": "org/acme"}],
        "organizations": [
            {"id": "acme", "name": "Acme", "aliases": ["AC"], "industry": "cloud", "country": "US",
             "homepage": "https://example.org/", "summary": "Makes things.", "projects": [
                {"id": "a", "name": "A", "aliases": [], "summary": "The first.",
                 "domains": ["proxy"], "kind": "rewrite", "replaces": ["cpp"],
                 "status": "production", "since": 2020, "until": null, "open_source": true,
                 "repository": "https://example.org/a.git", "license": "MIT",
                 "outcomes": [{"metric": "cpu", "direction": "down", "value": 70,
                               "unit": "percent", "baseline": "the old one",
                               "statement": "It uses 70% less CPU.", "source": 0}],
                 "notes": [{"statement": "It took a year.", "source": 0}],
                 "sources": [source], "confidence": "confirmed", "verified": "2026-01-02",
                 "claim": {"text": "A is fast.", "verdict": "confirmed", "note": "It is."}},
                {"id": "b", "name": "B", "confidence": "confirmed", "sources": [source]}
            ]},
            {"id": "bolt", "name": "Bolt", "projects": [
                {"id": "c", "name": "C", "confidence": "confirmed", "sources": [source]}
            ]}
        ]
    })
}

/// Markup without its directions and languages, for tests of what it says.
pub(crate) fn without_directions(html: &str) -> String {
    let marks = [" lang=\"en\"", " dir=\"auto\"", " dir=\"ltr\"", "<bdi>", "</bdi>"];
    marks.into_iter().fold(html.to_owned(), |html, mark| html.replace(mark, ""))
}
