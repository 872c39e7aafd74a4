//! The schemas of records, of the dataset's objects.

use serde_json::{Map, Value, json};

use super::own;
use crate::schema::{DEFINITIONS, definitions_for_readers};

/// Where references look for a schema.
const SCHEMAS: &str = "#/components/schemas/";

/// Every schema by its name: those of the service's own files, then the objects of the dataset.
pub(super) fn schemas() -> Map<String, Value> {
    let mut schemas = own::schemas();
    for (name, schema) in definitions_for_readers() {
        schemas.insert(name, closed(schema));
    }
    let named = |name: &str| schemas.get(name).cloned().unwrap_or_default();
    let (organization, project, event) = (named("Organization"), named("Project"), named("Event"));
    let record = with_members(project, own::before_project());
    schemas
        .insert("Organization".to_owned(), with_members(organization, own::before_organization()));
    schemas.insert("ProjectRecord".to_owned(), record);
    schemas.insert("Event".to_owned(), with_members(event, own::of_event()));
    schemas
}

/// A reference to a schema.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("{SCHEMAS}{name}")})
}

/// The parts of a schema that make one field depend on another: a rule for curators, which holds
/// in every published record, and over which programs that make clients stumble.
const DEPENDENCE: [&str; 2] = ["if", "else"];

/// The schema of an object as it is published: without dependences and without other keys.
fn closed(mut schema: Value) -> Value {
    if let Value::Object(members) = &mut schema {
        for key in DEPENDENCE {
            members.shift_remove(key);
        }
        members.insert("additionalProperties".to_owned(), json!(false));
    }
    redirect_references(&mut schema);
    schema
}

fn redirect_references(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str().and_then(|text| text.strip_prefix(DEFINITIONS)) {
                    Some(name) if key == "$ref" => *value = json!(format!("{SCHEMAS}{name}")),
                    _ => redirect_references(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(redirect_references),
        _ => {}
    }
}

/// A schema of an object that has these members as well, always.
fn with_members(mut schema: Value, members: Map<String, Value>) -> Value {
    let mut required: Vec<Value> = members.keys().map(|key| json!(key)).collect();
    if let Value::Array(keys) = schema["required"].take() {
        required.extend(keys);
    }
    let mut properties = members;
    if let Value::Object(others) = schema["properties"].take() {
        properties.extend(others);
    }
    schema["properties"] = properties.into();
    schema["required"] = required.into();
    schema
}
