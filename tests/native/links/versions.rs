//! Versions of the dataset in links, and the list of versions of a site.

use rustscape::dataset::Date;
use rustscape::link::{
    Notice, Provenance, dataset_param, find_version, parse_day, read, with_dataset,
};
use rustscape::wording::foreign_title;

use crate::atlas;

/// List of versions as a site publishes it.
const LIST: &str = r#"[
    {"day": "2026-11-25", "file": "data/versions/c.json", "changes": null},
    {"day": "2026-11-22", "file": "data/versions/b.json", "changes": "data/since/2026-11-22/"},
    {"day": "2026-03-01", "file": "data/versions/a.json", "changes": "data/since/2026-03-01/"}
]"#;

fn day(text: &str) -> Date {
    parse_day(text).expect(text)
}

#[test]
fn reads_the_dataset_parameter_as_a_day_or_an_address() {
    let check = |value: &str, expected: Option<&str>, is_day: bool| {
        let address = format!("replaces/cpp/?industry=cloud&data={value}#heading");
        let data = dataset_param(&address);
        assert_eq!(data.as_deref(), expected, "{value}");
        assert_eq!(data.is_some_and(|data| parse_day(&data).is_some()), is_day, "{value}");
    };
    check("2026-11-22", Some("2026-11-22"), true);
    check("2026%2D11-22", Some("2026-11-22"), true);
    check("2026-11-22.json", Some("2026-11-22.json"), false);
    check("data/2026-11-22", Some("data/2026-11-22"), false);
    for no_day in ["", "2026", "2026-11", "2026-13-01", "2026-1-2", "20261122", "-", "0000-01-01"] {
        check(no_day, None, false);
    }
}

#[test]
fn finds_the_version_that_was_current_on_a_day() {
    let check = |asked: &str, expected: Option<(&str, &str)>| {
        let found = find_version(&day(asked), LIST.as_bytes());
        let expected = expected.map(|(of, file)| (day(of), file.to_owned()));
        assert_eq!(found, expected, "{asked}");
    };
    check("2026-02-28", None);
    check("2026-03-01", Some(("2026-03-01", "data/versions/a.json")));
    check("2026-11-21", Some(("2026-03-01", "data/versions/a.json")));
    check("2026-11-22", Some(("2026-11-22", "data/versions/b.json")));
    check("2026-11-24", Some(("2026-11-22", "data/versions/b.json")));
    // The current version is the site's own dataset.
    check("2026-11-25", None);
    check("2030-01-01", None);
}

#[test]
fn finds_no_version_in_an_invalid_list() {
    for list in [
        "",
        "<!doctype html><title>Atlas</title>",
        "{}",
        "[]",
        "[1, null, {}]",
        r#"[{"day": "2026", "file": "a.json", "changes": "a/"}]"#,
        r#"[{"day": "2026-11-22", "changes": "a/"}]"#,
    ] {
        assert_eq!(find_version(&day("2026-11-23"), list.as_bytes()), None, "{list}");
    }
}

#[test]
fn links_and_titles_name_the_version() {
    let version = Provenance::Version(day("2026-11-22"));
    assert_eq!(with_dataset(String::new(), version.address()), "?data=2026-11-22");
    let address = with_dataset("org/acme/?q=a".to_owned(), version.address());
    assert_eq!(address, "org/acme/?q=a&data=2026-11-22");
    let title = foreign_title("Acme · Atlas".to_owned(), &version);
    assert_eq!(title, "Acme · Atlas (data of 2026-11-22)");
}

#[test]
fn reports_a_version_older_than_the_dataset() {
    let (dataset, index) = atlas::published();
    let updated = dataset.updated.as_ref().expect("a day");
    let notices = |asked: &str| read(&format!("?data={asked}"), dataset, index.catalog()).notices;
    assert_eq!(notices(updated.as_str()), []);
    assert_eq!(notices("2099-01-01"), []);
    let unknown = Notice::UnknownVersion { value: "2020-01-01".to_owned() };
    assert_eq!(notices("2020-01-01"), [unknown]);
}
