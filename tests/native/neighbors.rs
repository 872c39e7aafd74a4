//! Tests of similar projects.

use rustscape::{
    dataset::{Dataset, ProjectIdx},
    search::neighbors,
};
use serde_json::{Value, json};

use crate::{
    atlas,
    search_atlas::{dataset_of, outcome},
};

fn organizations() -> Value {
    json!([
        {"id": "one", "projects": [
            {"id": "subject", "domains": ["proxy", "storage"], "replaces": ["cpp"]},
            {"id": "own", "domains": ["proxy", "storage"], "replaces": ["cpp"]},
            {"id": "alone"}
        ]},
        {"id": "two", "projects": [
            {"id": "z", "domains": ["proxy"]},
            {"id": "a", "domains": ["storage"]},
            {"id": "measured", "domains": ["storage"],
             "outcomes": [outcome("cpu", "down", Some(1.0), "percent")]},
            {"id": "language", "replaces": ["cpp", "c"]},
            {"id": "other", "domains": ["web-platform"], "replaces": ["c"],
             "outcomes": [outcome("cpu", "down", Some(1.0), "percent")]}
        ]},
        {"id": "a-third", "projects": [
            {"id": "z", "domains": ["proxy"]},
            {"id": "twin", "domains": ["proxy", "storage"], "replaces": ["cpp"]}
        ]}
    ])
}

#[test]
fn the_most_similar_projects_come_first_then_by_outcomes_and_id() {
    check("one/subject", 9, "a-third/twin two/language two/measured a-third/z two/a two/z");
}

#[test]
fn returns_at_most_the_requested_number() {
    check("one/subject", 2, "a-third/twin two/language");
    check("one/subject", 0, "");
}

#[test]
fn projects_that_share_nothing_are_not_similar() {
    check("one/alone", 9, "");
    check("two/other", 9, "");
}

#[test]
fn unknown_values_are_not_shared() {
    let (dataset, _) = atlas::indexed(atlas::small().to_string().as_bytes());
    assert_eq!(neighbors(&dataset, find(&dataset, "acme/b"), 9), []);
}

#[track_caller]
fn check(subject: &str, n_max: usize, expected: &str) {
    let dataset = dataset_of(&organizations());
    let found = neighbors(&dataset, find(&dataset, subject), n_max);
    let found = found.into_iter().map(|idx| dataset.full_id(idx)).collect::<Vec<_>>();
    assert_eq!(found.join(" "), expected);
}

fn find(dataset: &Dataset, full_id: &str) -> ProjectIdx {
    let (org, project) = full_id.split_once('/').unwrap();
    dataset.find_project(dataset.find_org(org).unwrap(), project).unwrap()
}
