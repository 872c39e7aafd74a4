//! The schemas of what is in the files: those of the service's own types, and those of the records of
//! the dataset, as readers get them.

use std::{borrow::Cow, marker::PhantomData};

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema,
    transform::RecursiveTransform,
};
use serde_json::Value;

use crate::schema::strip_curator_fields;

/// A record of the dataset in the files: without what is there for curators, and without other keys.
pub(in crate::publish::machines::api) struct Published<R>(PhantomData<R>);

impl<R: JsonSchema> JsonSchema for Published<R> {
    fn schema_name() -> Cow<'static, str> {
        R::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // Records are published as they are read: a key that the dataset may lack is lacking here too.
        let mut records = settings().for_deserialize().into_generator();
        records.subschema_for::<R>();
        let mut schemas = records.take_definitions(true);
        schemas.values_mut().for_each(close);
        let schema = schemas.shift_remove(R::schema_name().as_ref());
        generator.definitions_mut().extend(schemas);
        schema.and_then(|schema| Schema::try_from(schema).ok()).unwrap_or_default()
    }
}

/// The JSON Schema of the dataset file, whose form is somebody else's.
pub(in crate::publish::machines::api) enum SchemaDocument {}

impl JsonSchema for SchemaDocument {
    fn schema_name() -> Cow<'static, str> {
        "SchemaDocument".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
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
}

/// Writes schemas of what is written, in the dialect of OpenAPI 3.1.
pub(super) fn generator() -> SchemaGenerator {
    let settings = settings().for_serialize();
    settings.with_transform(RecursiveTransform(without_width)).into_generator()
}

/// The settings of schemas that are components.
fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    })
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

/// The parts of a schema that make one field depend on another: a rule for curators, which holds
/// in every published record, and over which programs that make clients stumble.
const DEPENDENCE: [&str; 2] = ["if", "else"];

/// Makes the schema of a record that of a published one.
fn close(schema: &mut Value) {
    strip_curator_fields(schema);
    if let Value::Object(keywords) = schema {
        for keyword in DEPENDENCE {
            keywords.shift_remove(keyword);
        }
        keywords.insert("additionalProperties".to_owned(), false.into());
    }
}
