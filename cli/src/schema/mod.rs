//! `rustscape schema`: prints the JSON Schema of a dataset file, derived from the record types.
//!
//! The schema rejects the same values as the reader. A schema cannot compare values with each
//! other, so only `check` finds duplicate ids, unknown terms and missing sources. Unknown keys are
//! allowed, so that an older app can open a newer dataset.

mod object;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use rustscape::dataset::record::{Dataset, FOR_CURATORS, TERMS_OF, VALUE_TYPE};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::Failure;

pub use object::{FieldSchema, ObjectSchema, Requirement, ValueType, file_schema};

/// Prefix of a reference to the definition of an object.
const DEFINITIONS: &str = "#/$defs/";

/// Pattern of blank texts, which the reader treats as absent.
const BLANK: &str = r"\s*";

/// Print the JSON Schema of dataset files
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  rustscape schema > schema/v1.json

Editors complete and validate a dataset that names its schema in the first key:
  \"$schema\": \"schema/v1.json\"

A schema cannot express every rule. `rustscape check` checks all of them.")]
pub struct Args {}

/// Prints the schema to standard output.
///
/// # Errors
///
/// Fails if standard output cannot be written to.
pub fn run(_args: &Args) -> Result<ExitCode, Failure> {
    io::stdout().write_all(json_schema_text().as_bytes()).map_err(Failure::writing_output)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the JSON Schema as the text of its file.
pub fn json_schema_text() -> String {
    format!("{:#}\n", json_schema())
}

/// Returns the JSON Schema of a dataset file, in the 2020-12 dialect.
///
/// The top level describes the file. `$defs` describes the other objects by name.
///
/// # Examples
///
/// ```
/// let schema = rustscape_cli::schema::json_schema();
/// assert_eq!(schema["title"], "Dataset");
/// assert!(schema["$defs"]["Project"]["properties"]["summary"].is_object());
/// ```
pub fn json_schema() -> Value {
    let mut schema = derived();
    finish(&mut schema);
    schema
}

/// Completes the derived schema of an object and removes fields that are only for curators.
pub(crate) fn strip_curator_fields(schema: &mut Value) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.retain(|_, property| property.get(FOR_CURATORS).is_none());
    }
    finish(schema);
}

/// Returns the derived schema, including the keywords that only this program understands.
fn derived() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<Dataset<'static>>();
    // Unlike a conversion, serializing puts the keywords into a readable order.
    serde_json::to_value(schema).unwrap_or_default()
}

/// Completes a derived schema: puts descriptions on one line, allows optional texts to be blank and
/// removes the keywords of this program.
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

/// Allows a text to be blank if it may be `null`.
fn allow_blank(schema: &mut Map<String, Value>) {
    if schema.get("type") != Some(&json!(["string", "null"])) {
        return;
    }
    let Some(Value::String(pattern)) = schema.get_mut("pattern") else { return };
    // The pattern of other texts only requires that the text is not blank.
    let Some(form) = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')) else {
        schema.shift_remove("pattern");
        return;
    };
    let group = form.strip_prefix("(?:").and_then(|rest| rest.strip_suffix(')'));
    *pattern = format!("^(?:{}|{BLANK})$", group.unwrap_or(form));
}
