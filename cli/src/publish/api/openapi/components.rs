//! The schemas of what is in the files: those of the service's own types, and of the records of the
//! dataset by its form.

use std::borrow::Cow;

use rustscape::dataset::form::{Form, Presence};
use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema,
    transform::RecursiveTransform,
};
use serde_json::{Map, Value};

use crate::{
    publish::api::{
        changes::EventPage,
        records::{OrganizationHead, ProjectHead},
    },
    schema::{DEFINITIONS, inner_forms, object_schema},
};

/// Where references look for a schema.
const SCHEMAS: &str = "#/components/schemas/";

/// Makes types that stand for a schema of this name: for records, which are published as the dataset
/// has them, and for its JSON Schema.
macro_rules! references {
    ($($name:ident),+) => {$(
        pub(in crate::publish::api) enum $name {}

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                Schema::new_ref([SCHEMAS, stringify!($name)].concat())
            }
        }
    )+};
}

references!(
    Contribute,
    Event,
    Link,
    Organization,
    Post,
    ProjectRecord,
    Redirect,
    SchemaDocument,
    Vocabulary
);

/// Every schema by its name: those that were asked for, then the forms of the dataset.
pub(super) fn schemas(mut generator: SchemaGenerator) -> Map<String, Value> {
    let organization = OrganizationHead::json_schema(&mut generator);
    let project = ProjectHead::json_schema(&mut generator);
    let event = EventPage::json_schema(&mut generator);
    let mut schemas = generator.take_definitions(true);
    schemas.insert("SchemaDocument".to_owned(), schema_document().to_value());
    schemas.extend(inner_forms().into_iter().map(|form| (form.name.to_owned(), of_form(form))));
    let mut add = |name: &str, record: &str, head: Schema| {
        let record = schemas.get(record).cloned().unwrap_or_default();
        schemas.insert(name.to_owned(), with_members(record, head));
    };
    add("ProjectRecord", "Project", project);
    add("Organization", "Organization", organization);
    add("Event", "Event", event);
    schemas
}

/// Writes schemas of what is written, in the dialect of OpenAPI 3.1.
pub(super) fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    settings.with_transform(RecursiveTransform(without_width)).into_generator()
}

/// Takes the width of an integer away, which is that of this program and no promise.
fn without_width(schema: &mut Schema) {
    let is_width =
        |format: &Value| format.as_str().is_some_and(|format| format.starts_with("uint"));
    if schema.get("format").is_some_and(is_width) {
        schema.remove("format");
        schema.remove("maximum");
    }
}

/// The schema of the schema of the dataset file, whose form is somebody else's.
fn schema_document() -> Schema {
    json_schema!({
        "description": "A JSON Schema.",
        "type": "object",
        "required": ["$schema", "$defs"],
        "properties": {
            "$schema": {
                "description": "The dialect in which it is written.",
                "type": "string",
                "format": "uri",
            },
            "$defs": {"type": "object"},
        },
        "additionalProperties": true,
    })
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
    schema.insert("additionalProperties".to_owned(), false.into());
    let mut schema = Value::Object(schema);
    redirect_references(&mut schema);
    schema
}

fn redirect_references(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str().and_then(|text| text.strip_prefix(DEFINITIONS)) {
                    Some(name) if key == "$ref" => *value = format!("{SCHEMAS}{name}").into(),
                    _ => redirect_references(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(redirect_references),
        _ => {}
    }
}

/// A schema of an object that has the members of another as well, before its own.
fn with_members(mut record: Value, mut head: Schema) -> Value {
    let mut properties = take_object(head.get_mut("properties"));
    properties.extend(take_object(record.get_mut("properties")));
    let mut required = take_list(head.get_mut("required"));
    required.extend(take_list(record.get_mut("required")));
    record["properties"] = properties.into();
    record["required"] = required.into();
    record
}

fn take_object(value: Option<&mut Value>) -> Map<String, Value> {
    match value.map(Value::take) {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

fn take_list(value: Option<&mut Value>) -> Vec<Value> {
    match value.map(Value::take) {
        Some(Value::Array(values)) => values,
        _ => Vec::new(),
    }
}
