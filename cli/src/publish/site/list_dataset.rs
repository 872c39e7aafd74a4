//! Part of a dataset that lists need: cards, facets, search.
//!
//! Fields that only the page of a record shows are left out, because those pages are published.

use serde_json::{Map, Value};

/// Value of a required text that lists do not show.
const PLACEHOLDER: &str = "…";

/// Fields of the file that lists do not need.
const FILE_KEYS: [&str; 4] = ["$schema", "schema", "contribute", "links"];

/// Fields of an organization that lists do not need.
const ORGANIZATION_KEYS: [&str; 1] = ["homepage"];

/// Fields of a project that lists do not need.
const PROJECT_KEYS: [&str; 7] =
    ["until", "repository", "license", "notes", "also", "cites", "in_post"];

/// Returns the dataset, in the same format, with only the fields that lists need.
///
/// Lists show the number of sources, so the number stays. Returns `None` if `source` is not a JSON
/// object.
pub fn list_dataset(source: &[u8]) -> Option<Vec<u8>> {
    let mut file: Value = serde_json::from_slice(source).ok()?;
    let root = file.as_object_mut()?;
    drop_fields(root, &FILE_KEYS);
    if let Some(Value::Array(events)) = root.get_mut("events") {
        // One event is enough to know that the page of changes exists.
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

/// Removes `keys`, and fields whose value means the same as their absence.
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
