//! The form of a dataset file for programs: the derived schema as a tree of objects and fields.

use std::sync::{Arc, LazyLock};

use rustscape::dataset::{
    VocabularyKind,
    record::{FOR_CURATORS, TERMS_OF, VALUE_TYPE},
};
use serde_json::Value;

use super::{DEFINITIONS, derived};

/// An object of the file.
#[derive(Debug)]
pub struct ObjectSchema {
    /// The name of the object in the schema: a noun in `PascalCase`.
    pub name: String,
    /// The fields, in the order in which the canonical form writes them.
    pub fields: Vec<FieldSchema>,
}

/// A field of an object.
#[derive(Debug)]
pub struct FieldSchema {
    /// The key of the field.
    pub key: String,
    /// The type of its value.
    pub value_type: ValueType,
    /// Whether it has to be there.
    pub requirement: Requirement,
}

/// Whether a field has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// The record is left out without it.
    Required,
    /// Without it, or where it is `null`, this is unknown.
    Optional,
    /// Readers of the atlas never see it: it is there for curators and their tools.
    ForCurators,
}

/// The type of a value.
#[derive(Debug)]
pub enum ValueType {
    /// A text of one line or more; an empty one counts as absent.
    Text,
    /// A lower-case ASCII slug.
    Slug,
    /// An absolute `https` or `http` address.
    Url,
    /// A year, a month or a day: `2022`, `2022-09`, `2022-09-14`.
    Date,
    /// A year as a number.
    Year,
    /// A number from 0 on.
    Amount,
    /// A position in `sources`, from 0.
    SourceIndex,
    /// `true` or `false`.
    Bool,
    /// Two upper-case letters of ISO 3166-1.
    Country,
    /// A color as `#rrggbb`.
    Color,
    /// One of these words.
    Word(Vec<String>),
    /// The id of a term of this list of the vocabulary.
    Term(VocabularyKind),
    /// An object.
    Object(Arc<ObjectSchema>),
    /// A list of such values.
    List(Box<ValueType>),
}

static FILE: LazyLock<Arc<ObjectSchema>> = LazyLock::new(|| {
    let schema = derived();
    Arc::new(object(&schema, text(&schema, "title"), &schema["$defs"]))
});

/// The whole file.
pub fn file() -> &'static Arc<ObjectSchema> {
    &FILE
}

impl ObjectSchema {
    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&FieldSchema> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The objects in the list, or the object, of a field.
    pub fn object(&self, key: &str) -> Option<&Arc<Self>> {
        self.field(key)?.value_type.object()
    }
}

impl ValueType {
    /// The object that this is, or that it is a list of.
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
    // An object that may be null is a choice of both.
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
    let of = VocabularyKind::ALL.into_iter().find(|coded| coded.key() == list);
    of.map_or(ValueType::Slug, ValueType::Term)
}

fn text<'s>(schema: &'s Value, keyword: &str) -> &'s str {
    schema.get(keyword).and_then(Value::as_str).unwrap_or_default()
}
