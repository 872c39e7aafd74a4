//! The part of a dataset that lists need: cards, facets, search. What only the page of a record
//! shows is left out, since those pages are written.

use serde_json::{Map, Value};

/// What stands where the form asks for a text that no list shows.
const PLACEHOLDER: &str = "…";

/// What of the file no list needs.
const FILE_KEYS: [&str; 4] = ["$schema", "schema", "contribute", "links"];

/// What of an organization no list needs.
const ORGANIZATION_KEYS: [&str; 1] = ["homepage"];

/// What of a project no list needs.
const PROJECT_KEYS: [&str; 7] =
    ["until", "repository", "license", "notes", "also", "cites", "in_post"];

/// The same dataset in the same form, with as much as lists need; as many sources as there are, of
/// which lists say no more than that. `None` where the file is no dataset.
pub fn list_dataset(source: &[u8]) -> Option<Vec<u8>> {
    let mut file: Value = serde_json::from_slice(source).ok()?;
    let root = file.as_object_mut()?;
    drop_fields(root, &FILE_KEYS);
    if let Some(Value::Array(events)) = root.get_mut("events") {
        // Whether anything has changed decides whether there is a page of it.
        events.truncate(1);
    }
    for organization in objects(root.get_mut("organizations")) {
        drop_fields(organization, &ORGANIZATION_KEYS);
        for project in objects(organization.get_mut("projects")) {
            shorten(project);
        }
    }
    serde_json::to_vec(&file).ok()
}

fn shorten(project: &mut Map<String, Value>) {
    drop_fields(project, &PROJECT_KEYS);
    if let Some(Value::Array(sources)) = project.get_mut("sources") {
        sources.fill(Value::from_iter([("title", PLACEHOLDER)]));
    }
    for outcome in objects(project.get_mut("outcomes")) {
        outcome.insert("statement".to_owned(), PLACEHOLDER.into());
        outcome.insert("source".to_owned(), 0.into());
        drop_fields(outcome, &[]);
    }
    if let Some(Value::Object(claim)) = project.get_mut("claim") {
        claim.insert("text".to_owned(), PLACEHOLDER.into());
        drop_fields(claim, &["note"]);
    }
}

/// Drops these fields, and those that say what their absence says.
fn drop_fields(object: &mut Map<String, Value>, keys: &[&str]) {
    object.retain(|key, value| {
        let is_empty = match value {
            Value::Null => true,
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        !is_empty && !keys.contains(&key.as_str())
    });
}

fn objects(list: Option<&mut Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    let values = list.and_then(Value::as_array_mut);
    values.into_iter().flatten().filter_map(Value::as_object_mut)
}
