//! Badges, as shields.io reads them.

use rustscape_cli::publish::badge;
use serde_json::{Value, json};

use crate::publications::{hostile, paths, small, value};

#[track_caller]
fn check(color: Value, path: &str, label: &str, message: &str, drawn: &str) {
    let (publication, pages) = small(|dataset| dataset["accent"] = color);
    let files = badge::files(&publication, &pages);
    let expected = json!({"schemaVersion": 1, "label": label, "message": message, "color": drawn});
    assert_eq!(value(&files, path), expected, "{path}");
}

#[test]
fn counts_the_projects_of_the_page() {
    check(Value::Null, "badge.json", "Harbors", "3 projects", "a8380b");
    check(json!("#123ABC"), "org/acme/badge.json", "Harbors · Acme", "2 projects", "123ABC");
    check(Value::Null, "org/zeta/badge.json", "Harbors · Zeta", "1 project", "a8380b");
    check(
        Value::Null,
        "domain/cranes/badge.json",
        "Harbors · Domain: Cranes",
        "2 projects",
        "a8380b",
    );
}

#[test]
fn writes_no_badge_for_other_pages() {
    let (publication, pages) = small(|_| {});
    let files = badge::files(&publication, &pages);
    for path in ["about/badge.json", "org/badge.json", "org/acme/crane/badge.json"] {
        assert!(!paths(&files).contains(&path), "{path}");
    }
}

#[test]
fn writes_the_label_on_one_line() {
    let (publication, pages) = hostile();
    let badge = value(&badge::files(&publication, &pages), "badge.json");
    let label = badge["label"].as_str().unwrap();
    assert!(!label.contains(|c: char| c.is_control() || c == '\u{2028}'), "{label:?}");
}
