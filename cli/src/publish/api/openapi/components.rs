//! The schemas of records, from the form of the dataset.

use rustscape::dataset::form::{Form, Presence};
use serde_json::{Map, Value, json};

use super::own;
use crate::schema::{DEFINITIONS, inner_forms, object_schema};

/// Where references look for a schema.
const SCHEMAS: &str = "#/components/schemas/";

/// Every schema by its name: those of the service's own files, then the forms of the dataset.
pub(super) fn schemas() -> Map<String, Value> {
    let mut schemas = own::schemas();
    for form in inner_forms() {
        schemas.insert(form.name.to_owned(), of_form(form));
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

/// The schema of a form as readers get it: without what is for curators, and closed.
fn of_form(form: &Form) -> Value {
    let mut schema = object_schema(form);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let for_curators =
            form.fields.iter().filter(|field| field.presence == Presence::ForCurators);
        for field in for_curators {
            properties.shift_remove(field.key);
        }
    }
    for key in DEPENDENCE {
        schema.shift_remove(key);
    }
    schema.insert("additionalProperties".to_owned(), json!(false));
    let mut schema = Value::Object(schema);
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
