//! The JSON Schema of a dataset file, written from the library's table of its form.
//!
//! It refuses what the reader refuses, as far as a schema can say so: what it cannot (ids that are
//! taken, terms that are not in the vocabulary, sources that are not there) is for `check`. Keys
//! that it does not know are allowed, so that a newer dataset opens in an older app.

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

/// Where references look for the other forms: this and the name of the form.
pub(crate) const DEFINITIONS: &str = "#/$defs/";

/// What the reader takes for a text that is empty, and thus for one that is not there.
const BLANK: &str = r"\s*";

/// A year from 0001, in four digits, then perhaps a month, then perhaps a day.
const DATE: &str = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)\
                    (?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?";

/// Scheme, host without a user, and the rest; without white space, control characters and what has
/// to be escaped in an address.
const URL: &str = r#"[Hh][Tt][Tt][Pp][Ss]?://[^\s\u0000-\u001F\u007F-\u009F<>"{}|\\^`/?#:@][^\s\u0000-\u001F\u007F-\u009F<>"{}|\\^`/?#@]*(?:[/?#][^\s\u0000-\u001F\u007F-\u009F<>"{}|\\^`]*)?"#;

/// Lower-case ASCII words joined by single hyphens.
pub(crate) const SLUG: &str = "[a-z0-9]+(?:-[a-z0-9]+)*";

/// The longest id, in characters: the reader's limit.
pub(crate) const SLUG_MAX: usize = 60;

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

/// The schema, in the dialect of 2020-12. The file itself is at its top, every other object of the
/// form is in `$defs`, by its name, in the order in which the file mentions them.
pub fn schema() -> Value {
    let definition =
        |form: &'static Form| (form.name.to_owned(), Value::Object(object_schema(form)));
    let mut schema = object_schema(&FILE);
    schema.insert("$defs".to_owned(), inner_forms().into_iter().map(definition).collect());
    let mut top = Map::new();
    top.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    top.insert("title".to_owned(), json!(FILE.name));
    top.append(&mut schema);
    top.into()
}

/// Every form below that of the file, once, in the order in which the file mentions them.
pub(crate) fn inner_forms() -> Vec<&'static Form> {
    let mut forms = Vec::new();
    collect_forms(&FILE, &mut forms);
    forms
}

/// Every form below this one, once.
fn collect_forms(form: &Form, forms: &mut Vec<&'static Form>) {
    for field in form.fields {
        let (Kind::Object(inner) | Kind::List(&Kind::Object(inner))) = field.kind else {
            continue;
        };
        if !forms.iter().any(|known| known.name == inner.name) {
            forms.push(inner);
            collect_forms(inner, forms);
        }
    }
}

/// What an object of a form has to be. Other forms are referred to by [`DEFINITIONS`].
pub(crate) fn object_schema(form: &Form) -> Map<String, Value> {
    let is_required = |field: &&Field| field.presence == Presence::Required;
    let required: Vec<_> = form.fields.iter().filter(is_required).map(|field| field.key).collect();
    let properties = form.fields.iter().map(|field| (field.key.to_owned(), property(field)));
    let mut schema = Map::new();
    schema.insert("description".to_owned(), json!(form.doc));
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), properties.collect());
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    if form.fields.iter().any(|field| field.key == "sources") {
        demand_sources(&mut schema);
    }
    schema
}

/// A project that does not say that it is unsupported has to name what supports it.
fn demand_sources(schema: &mut Map<String, Value>) {
    schema.insert(
        "if".to_owned(),
        json!({"properties": {"confidence": {"const": WITHOUT_SOURCES}}, "required": ["confidence"]}),
    );
    schema.insert(
        "else".to_owned(),
        json!({"properties": {"sources": {"type": "array", "minItems": 1}}, "required": ["sources"]}),
    );
}

fn property(field: &Field) -> Value {
    let mut schema = Map::new();
    schema.insert("description".to_owned(), json!(field.doc));
    let kind = match field.presence {
        _ if field.key == "schema_version" => json!({"type": "string", "pattern": r"^1(?:\.|$)"}),
        Presence::Required => demanded(&field.kind),
        Presence::Optional | Presence::ForCurators => or_unknown(&field.kind),
    };
    if let Value::Object(mut kind) = kind {
        schema.append(&mut kind);
    }
    schema.into()
}

/// What a value has to be that has to be there.
fn demanded(kind: &Kind) -> Value {
    let pattern = |pattern: &str| json!({"type": "string", "pattern": format!("^(?:{pattern})$")});
    match kind {
        Kind::Text => json!({"type": "string", "pattern": r"\S"}),
        Kind::Slug | Kind::Term(_) => {
            json!({"type": "string", "pattern": format!("^{SLUG}$"), "maxLength": SLUG_MAX})
        }
        Kind::Url => pattern(URL),
        Kind::Date => pattern(DATE),
        Kind::Country => pattern("[A-Z]{2}"),
        Kind::Color => pattern("#[0-9A-Fa-f]{6}"),
        Kind::Year => json!({"type": "integer", "minimum": 1900, "maximum": 2999}),
        Kind::Amount => json!({"type": "number", "minimum": 0}),
        Kind::SourceIndex => json!({"type": "integer", "minimum": 0}),
        Kind::Bool => json!({"type": "boolean"}),
        Kind::Word(words) => json!({"type": "string", "enum": words}),
        Kind::Object(form) => reference(form),
        Kind::List(inner) => list(inner),
    }
}

/// What a value has to be that may be `null`, or a blank text, where this is unknown.
fn or_unknown(kind: &Kind) -> Value {
    let pattern = |pattern: &str| json!({"type": ["string", "null"], "pattern": format!("^(?:{pattern}|{BLANK})$")});
    match kind {
        Kind::Text => json!({"type": ["string", "null"]}),
        Kind::Url => pattern(URL),
        Kind::Date => pattern(DATE),
        Kind::Country => pattern("[A-Z]{2}"),
        Kind::Color => pattern("#[0-9A-Fa-f]{6}"),
        Kind::Slug | Kind::Term(_) => {
            let mut schema = pattern(SLUG);
            schema["maxLength"] = json!(SLUG_MAX);
            schema
        }
        Kind::Word(words) => {
            let words = words.iter().copied().map(Value::from);
            json!({"enum": words.chain([Value::Null]).collect::<Vec<_>>()})
        }
        Kind::Object(form) => json!({"anyOf": [reference(form), {"type": "null"}]}),
        Kind::Year | Kind::Amount | Kind::SourceIndex | Kind::Bool | Kind::List(_) => {
            let mut schema = demanded(kind);
            schema["type"] = Value::Array(vec![schema["type"].take(), json!("null")]);
            schema
        }
    }
}

fn list(inner: &Kind) -> Value {
    match inner {
        // Any text may be in a list, an empty one too; a list of terms names each once.
        Kind::Text => json!({"type": "array", "items": {"type": "string"}}),
        Kind::Term(_) => json!({"type": "array", "items": demanded(inner), "uniqueItems": true}),
        _ => json!({"type": "array", "items": demanded(inner)}),
    }
}

fn reference(form: &Form) -> Value {
    json!({"$ref": format!("{DEFINITIONS}{}", form.name)})
}
