//! The schema of a dataset file as a tree of objects and fields.

use std::sync::{Arc, LazyLock};

use rustscape::dataset::{
    VocabularyKind,
    record::{FOR_CURATORS, TERMS_OF, VALUE_TYPE},
};
use serde_json::Value;

use super::{DEFINITIONS, derived};

/// The fields of one kind of object in a dataset file.
#[derive(Debug)]
pub struct ObjectSchema {
    /// Name of the object in the schema: a noun in `PascalCase`.
    pub name: String,
    /// Fields in the order of the canonical form.
    pub fields: Vec<FieldSchema>,
}

/// A field of an object.
#[derive(Debug)]
pub struct FieldSchema {
    /// Key of the field.
    pub key: String,
    /// Type of the value.
    pub value_type: ValueType,
    /// Requirement that the field is present.
    pub requirement: Requirement,
}

/// Requirement that a field is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// A record without this field is left out.
    Required,
    /// An absent field or `null` means that the value is unknown.
    Optional,
    /// The field is for curators and their tools; an atlas never shows it.
    ForCurators,
}

/// The type of a value.
#[derive(Debug)]
pub enum ValueType {
    /// A text of one or more lines; an empty text counts as absent.
    Text,
    /// A lower-case ASCII slug.
    Slug,
    /// An absolute `https` or `http` address.
    Url,
    /// A year, a month or a day: `2022`, `2022-09`, `2022-09-14`.
    Date,
    /// A year as a number.
    Year,
    /// A number that is not negative.
    Amount,
    /// An index into `sources`, counted from 0.
    SourceIndex,
    /// `true` or `false`.
    Bool,
    /// A country code of ISO 3166-1: two upper-case letters.
    Country,
    /// A color as `#rrggbb`.
    Color,
    /// One of these words.
    Word(Vec<String>),
    /// The id of a term in this list of the vocabulary.
    Term(VocabularyKind),
    /// An object.
    Object(Arc<ObjectSchema>),
    /// A list of values of this type.
    List(Box<ValueType>),
}

static FILE: LazyLock<Arc<ObjectSchema>> = LazyLock::new(|| {
    let schema = derived();
    Arc::new(object(&schema, text(&schema, "title"), &schema["$defs"]))
});

/// Returns the schema of the top-level object of a dataset file.
pub fn file_schema() -> &'static Arc<ObjectSchema> {
    &FILE
}

impl ObjectSchema {
    /// Returns the field with this key.
    pub fn field(&self, key: &str) -> Option<&FieldSchema> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Returns the schema of a field that contains an object or a list of objects.
    pub fn object(&self, key: &str) -> Option<&Arc<Self>> {
        self.field(key)?.value_type.object()
    }
}

impl ValueType {
    /// Returns the schema of an object, or of the objects in a list.
    pub fn object(&self) -> Option<&Arc<ObjectSchema>> {
        match self {
            Self::Object(object) => Some(object),
            Self::List(of) => of.object(),
            _ => None,
        }
    }
}

fn object(schema: &Value, name: &str, definitions: &Value) -> ObjectSchema {
    let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
    let properties = schema["properties"].as_object().into_iter().flatten();
    let fields = properties.map(|(key, property)| FieldSchema {
        key: key.clone(),
        value_type: value_type(property, definitions),
        requirement: match property.get(FOR_CURATORS) {
            Some(_) => Requirement::ForCurators,
            None if required.iter().any(|required| required == key) => Requirement::Required,
            None => Requirement::Optional,
        },
    });
    ObjectSchema { name: name.to_owned(), fields: fields.collect() }
}

fn value_type(schema: &Value, definitions: &Value) -> ValueType {
    // A nullable object is a choice between the object and null.
    let schema = schema.pointer("/anyOf/0").unwrap_or(schema);
    if let Some(name) = text(schema, "$ref").strip_prefix(DEFINITIONS) {
        return ValueType::Object(Arc::new(object(&definitions[name], name, definitions)));
    }
    if let Some(items) = schema.get("items") {
        return ValueType::List(Box::new(value_type(items, definitions)));
    }
    match text(schema, VALUE_TYPE) {
        "slug" => ValueType::Slug,
        "url" => ValueType::Url,
        "date" => ValueType::Date,
        "year" => ValueType::Year,
        "amount" => ValueType::Amount,
        "source-index" => ValueType::SourceIndex,
        "country" => ValueType::Country,
        "color" => ValueType::Color,
        "word" => ValueType::Word(words(&schema["enum"])),
        "term" => term(text(schema, TERMS_OF)),
        "text" => ValueType::Text,
        _ => ValueType::Bool,
    }
}

fn words(values: &Value) -> Vec<String> {
    values.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn term(list: &str) -> ValueType {
    let of = VocabularyKind::ALL.into_iter().find(|kind| kind.key() == list);
    of.map_or(ValueType::Slug, ValueType::Term)
}

fn text<'s>(schema: &'s Value, keyword: &str) -> &'s str {
    schema.get(keyword).and_then(Value::as_str).unwrap_or_default()
}
