//! The JSON Schema of a dataset file, as the library's records derive it.
//!
//! The schema refuses what the reader refuses, as far as a schema can say so: what it cannot (ids that are
//! taken, terms that are not in the vocabulary, sources that are not there) is for `check`. Keys
//! that it does not know are allowed, so that a newer dataset opens in an older app.

mod object;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use rustscape::dataset::record::{Dataset, FOR_CURATORS, TERMS_OF, VALUE_TYPE};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::Failure;

pub use object::{FieldSchema, ObjectSchema, Requirement, ValueType, file};

/// The place in which references look for the other objects: this and the name of the object.
const DEFINITIONS: &str = "#/$defs/";

/// Blank texts, which the reader takes for ones that are not there.
const BLANK: &str = r"\s*";

/// Write the JSON Schema of dataset files
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Editors complete and check a dataset while one types if its first key says where the schema is:
  \"$schema\": \"schema/v1.json\"

Example:
  rustscape schema > schema/v1.json

A schema cannot express every rule: `rustscape check` knows them all.")]
pub struct Args {}

/// Writes the schema to the standard output.
///
/// # Errors
///
/// When it cannot be written.
pub fn run(_args: &Args) -> Result<ExitCode, Failure> {
    io::stdout().write_all(text().as_bytes()).map_err(Failure::writing_output)?;
    Ok(ExitCode::SUCCESS)
}

/// The schema as the text of its file.
pub fn text() -> String {
    format!("{:#}\n", schema())
}

/// The schema, in the dialect of 2020-12. The file itself is at its top, every other object is in
/// `$defs`, by its name.
pub fn schema() -> Value {
    let mut schema = derived();
    finish(&mut schema);
    schema
}

/// Completes the derived schema of an object, without what is there for curators.
pub(crate) fn keep_for_readers(schema: &mut Value) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.retain(|_, property| property.get(FOR_CURATORS).is_none());
    }
    finish(schema);
}

/// The schema as it is derived, with the keywords that only the tools of curators know.
fn derived() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<Dataset<'static>>();
    // Serializing puts the keywords into a readable order, other than a conversion.
    serde_json::to_value(schema).unwrap_or_default()
}

/// Completes a derived schema: descriptions of one line, optional texts that may be blank, and only
/// keywords of the dialect.
fn finish(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for value in members.values_mut() {
                finish(value);
            }
            for keyword in [VALUE_TYPE, TERMS_OF, FOR_CURATORS] {
                members.shift_remove(keyword);
            }
            if let Some(Value::String(description)) = members.get_mut("description") {
                *description = description.replace('\n', " ");
            }
            allow_blank(members);
        }
        Value::Array(values) => values.iter_mut().for_each(finish),
        _ => {}
    }
}

/// Lets a text be blank, if it may be `null`.
fn allow_blank(schema: &mut Map<String, Value>) {
    if schema.get("type") != Some(&json!(["string", "null"])) {
        return;
    }
    let Some(Value::String(pattern)) = schema.get_mut("pattern") else { return };
    // Of a text of any form, only that it is not blank was demanded.
    let Some(form) = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')) else {
        schema.shift_remove("pattern");
        return;
    };
    let group = form.strip_prefix("(?:").and_then(|rest| rest.strip_suffix(')'));
    *pattern = format!("^(?:{}|{BLANK})$", group.unwrap_or(form));
}
