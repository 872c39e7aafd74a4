//! The dataset that the pages show, as a test compares a page with it.

use rustscape_test_kit::server;
use serde_json::Value;
use std::fs;

/// Path of the dataset, below the atlas.
pub const DATASET: &str = "data/rustscape.json";

/// The whole file.
#[track_caller]
pub fn dataset() -> Value {
    let file = fs::read(server::DATASET_FILE).expect("the dataset");
    serde_json::from_slice(&file).expect("JSON")
}

/// The organization of an id.
#[track_caller]
pub fn organization<'d>(dataset: &'d Value, id: &str) -> &'d Value {
    list(dataset, "organizations").iter().find(|org| org["id"] == id).expect("an organization")
}

/// The project of an organization.
#[track_caller]
pub fn project<'d>(dataset: &'d Value, org: &str, id: &str) -> &'d Value {
    let projects = list(organization(dataset, org), "projects");
    projects.iter().find(|project| project["id"] == id).expect("a project")
}

/// The label of a coded value.
#[track_caller]
pub fn label<'d>(dataset: &'d Value, vocabulary: &str, id: &Value) -> &'d str {
    let terms = list(&dataset["vocabulary"], vocabulary);
    text(&terms.iter().find(|term| term["id"] == *id).expect("a term")["label"])
}

/// A list of a record, empty without one.
pub fn list<'d>(record: &'d Value, name: &str) -> &'d [Value] {
    record[name].as_array().map_or(&[], Vec::as_slice)
}

/// A text, empty where there is none.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
