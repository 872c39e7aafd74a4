//! Schemas of the files: those of the types of the data API, and those of published records.

use std::{borrow::Cow, marker::PhantomData};

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema,
    transform::RecursiveTransform,
};
use serde_json::Value;

use crate::schema::strip_curator_fields;

/// Schema of a record of the dataset without fields for curators and without unknown keys.
pub(crate) struct PublishedRecord<R>(PhantomData<R>);

impl<R: JsonSchema> JsonSchema for PublishedRecord<R> {
    fn schema_name() -> Cow<'static, str> {
        R::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // Published records omit the same keys as the dataset file, so the schema is that of reading.
        let mut records = settings().for_deserialize().into_generator();
        records.subschema_for::<R>();
        let mut schemas = records.take_definitions(true);
        schemas.values_mut().for_each(close);
        let schema = schemas.shift_remove(R::schema_name().as_ref());
        generator.definitions_mut().extend(schemas);
        schema.and_then(|schema| Schema::try_from(schema).ok()).unwrap_or_default()
    }
}

/// Schema of `schema.json`, a JSON Schema document.
pub(crate) enum SchemaDocument {}

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

/// Returns a generator of schemas of serialized types, in the dialect of OpenAPI 3.1.
pub(super) fn generator() -> SchemaGenerator {
    let settings = settings().for_serialize();
    settings.with_transform(RecursiveTransform(without_width)).into_generator()
}

/// Returns the settings of schemas in the components of an OpenAPI document.
fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    })
}

/// Removes the width of integers, an implementation detail of this program.
fn without_width(schema: &mut Schema) {
    let is_width =
        |format: &Value| format.as_str().is_some_and(|format| format.starts_with("uint"));
    if schema.get("format").is_some_and(is_width) {
        schema.remove("format");
        schema.remove("maximum");
    }
}

/// Keywords that make one field depend on another. Every published record already follows these
/// rules, and many client generators cannot handle the keywords.
const DEPENDENCE: [&str; 2] = ["if", "else"];

/// Converts the schema of a record to that of a published record.
fn close(schema: &mut Value) {
    strip_curator_fields(schema);
    if let Value::Object(keywords) = schema {
        for keyword in DEPENDENCE {
            keywords.shift_remove(keyword);
        }
        keywords.insert("additionalProperties".to_owned(), false.into());
    }
}
