//! The JSON Schema of a dataset file, made from the table of its form.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use rustscape::dataset::{
    WITHOUT_SOURCES,
    form::{FILE, Field, Form, Kind, Presence},
};
use serde_json::{Map, Value, json};

use crate::Failure;

/// Which version of JSON Schema it is.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A text that is not blank. What is blank counts as absent, so null is clearer.
const NOT_BLANK: &str = r"\S";
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const SLUG_MAX_CHARS: u32 = 60;
const DATE: &str = "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
const COUNTRY: &str = "^[A-Z]{2}$";
const COLOR: &str = "^#[0-9a-fA-F]{6}$";
/// Any minor version: a newer one only adds fields.
const VERSION: &str = r"^1(\.|$)";
const YEARS: (u32, u32) = (1900, 2999);

/// Write the JSON Schema of dataset files
///
/// Editors complete and check a dataset by it while one types: let “$schema” at the top of the
/// file name it. It says what a reader accepts, as far as a schema can; that ids are unique, coded
/// values in the vocabulary, sources there and years in order is what “rustscape check” says. Keys
/// that it does not know are allowed, since a newer dataset has more of them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  rustscape schema > data/schema/v1.json")]
pub struct Args {}

/// Runs the command.
///
/// # Errors
///
/// When the output cannot be written.
pub fn run(_args: &Args) -> Result<ExitCode, Failure> {
    let text = format!("{:#}\n", schema());
    io::stdout().write_all(text.as_bytes()).map_err(Failure::writing_output)?;
    Ok(ExitCode::SUCCESS)
}

/// The schema of a dataset file. Each form but that of the file is a definition of its own.
pub fn schema() -> Value {
    let mut root = Map::new();
    root.insert("$schema".into(), DIALECT.into());
    root.insert("title".into(), FILE.name.into());
    root.extend(object(&FILE));
    let mut definitions = Map::new();
    define_inner(&FILE, &mut definitions);
    root.insert("$defs".into(), definitions.into());
    root.into()
}

/// Defines the forms that lie in a form, in the order of the table.
fn define_inner(form: &Form, definitions: &mut Map<String, Value>) {
    for field in form.fields {
        let (Kind::Object(inner) | Kind::List(&Kind::Object(inner))) = field.kind else { continue };
        if !definitions.contains_key(inner.name) {
            definitions.insert(inner.name.to_owned(), object(inner).into());
            define_inner(inner, definitions);
        }
    }
}

fn object(form: &Form) -> Map<String, Value> {
    let properties: Map<_, _> =
        form.fields.iter().map(|field| (field.key.to_owned(), property(form, field))).collect();
    let is_required = |field: &&Field| field.presence == Presence::Required;
    let required: Vec<_> = form.fields.iter().filter(is_required).map(|field| field.key).collect();
    let mut schema = Map::new();
    schema.insert("description".into(), form.doc.into());
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), properties.into());
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    if has_sources(form) {
        schema.extend(sources_unless_unverified());
    }
    schema
}

fn has_sources(form: &Form) -> bool {
    let has = |key| form.fields.iter().any(|field| field.key == key);
    has("sources") && has("confidence")
}

/// Only a project that says so may rest on nothing.
fn sources_unless_unverified() -> Map<String, Value> {
    let condition = json!({
        "if": {"properties": {"confidence": {"const": WITHOUT_SOURCES}}, "required": ["confidence"]},
        "else": {"properties": {"sources": {"type": "array", "minItems": 1}}, "required": ["sources"]},
    });
    if let Value::Object(condition) = condition { condition } else { Map::new() }
}

fn property(form: &Form, field: &Field) -> Value {
    let is_optional = field.presence != Presence::Required;
    let is_version = form.name == FILE.name && field.key == "schema_version";
    let mut schema = match &field.kind {
        Kind::Text if is_version => pattern(VERSION),
        kind => value(kind),
    };
    if is_optional {
        or_null(&mut schema);
    }
    let mut described = Map::new();
    described.insert("description".into(), field.doc.into());
    described.extend(schema);
    described.into()
}

/// Lets a value be null, which is unknown.
fn or_null(schema: &mut Map<String, Value>) {
    if let Some(kind) = schema.get_mut("type") {
        *kind = json!([kind.clone(), "null"]);
    }
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.push(Value::Null);
    }
    if let Some(reference) = schema.shift_remove("$ref") {
        schema.insert("anyOf".into(), json!([{"$ref": reference}, {"type": "null"}]));
    }
}

fn value(kind: &Kind) -> Map<String, Value> {
    let schema = match kind {
        Kind::Text | Kind::Term(_) => return pattern(NOT_BLANK),
        Kind::Slug => json!({"type": "string", "pattern": SLUG, "maxLength": SLUG_MAX_CHARS}),
        Kind::Url => json!({"type": "string", "format": "uri", "pattern": url()}),
        Kind::Date => return pattern(DATE),
        Kind::Country => return pattern(COUNTRY),
        Kind::Color => return pattern(COLOR),
        Kind::Year => json!({"type": "integer", "minimum": YEARS.0, "maximum": YEARS.1}),
        Kind::Amount => json!({"type": "number", "minimum": 0}),
        Kind::SourceIndex => json!({"type": "integer", "minimum": 0}),
        Kind::Bool => json!({"type": "boolean"}),
        Kind::Word(words) => json!({"type": "string", "enum": words}),
        Kind::Object(form) => json!({"$ref": format!("#/$defs/{}", form.name)}),
        Kind::List(kind) => {
            let is_set = matches!(kind, Kind::Term(_));
            let mut schema = json!({"type": "array", "items": value(kind)});
            if is_set {
                schema["uniqueItems"] = true.into();
            }
            schema
        }
    };
    if let Value::Object(schema) = schema { schema } else { Map::new() }
}

fn pattern(pattern: &str) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("type".into(), "string".into());
    schema.insert("pattern".into(), pattern.into());
    schema
}

/// An absolute address with a host, without a user, and with nothing that must be escaped.
fn url() -> String {
    let never = r#"\s\u0000-\u001f\u007f-\u009f<>"{}|\\^`"#;
    format!("^[hH][tT][tT][pP][sS]?://[^:/?#@{never}][^/?#@{never}]*([/?#][^{never}]*)?$")
}
