//! JSON Schemas of values, as strict as a schema can express.
//!
//! Each schema describes a required value; schemars adds `null` for optional fields. Keywords that
//! start with `x-` name the type of a value for the curators' tools, which remove them before
//! publication.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    Amount, AnyText, Color, Country, Field, ForCurators, SchemaVersion, Slug, SourceIndex, TermId,
    Text, Year, vocabulary::ReplacedSort,
};
use crate::dataset::{
    CHECK_METHODS, CheckMethod, DIRECTIONS, Date, Direction, EVENT_KINDS, EventKind,
    SLUG_MAX_BYTES, UNITS, Unit, Url, VocabularyKind, YEARS,
};

/// Keyword for the type of a value.
pub const VALUE_TYPE: &str = "x-value-type";

/// Keyword for the vocabulary list of a term.
pub const TERMS_OF: &str = "x-terms-of";

/// Keyword for fields that the reader ignores.
pub const FOR_CURATORS: &str = "x-for-curators";

/// A year from 0001 in four digits, then optionally a month, then optionally a day.
const DATE: &str = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)\
                    (?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?";

/// Scheme, host without a user name, and the rest; without whitespace, control characters and
/// characters that must be escaped.
const URL: &str = r#"[Hh][Tt][Tt][Pp][Ss]?://[^\s\u0000-\u001F\u007F-\u009F<>"{}|\\^`/?#:@][^\s\u0000-\u001F\u007F-\u009F<>"{}|\\^`/?#@]*(?:[/?#][^\s\u0000-\u001F\u007F-\u009F<>"{}|\\^`]*)?"#;

/// Pattern of a slug without its maximum length: lower-case ASCII words joined by single hyphens.
pub const SLUG_PATTERN: &str = "[a-z0-9]+(?:-[a-z0-9]+)*";

/// Implements inline schemas, which are written where they are used instead of as definitions.
macro_rules! value_types {
    ($($type:ty, $name:literal: $schema:expr;)*) => {
        $(
            impl JsonSchema for $type {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    $name.into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let mut schema: Schema = $schema;
                    schema.insert(VALUE_TYPE.to_owned(), $name.into());
                    schema
                }
            }
        )*
    };
}

value_types! {
    Text, "text": json_schema!({"type": "string", "pattern": r"\S"});
    AnyText, "text": json_schema!({"type": "string"});
    SchemaVersion, "text": json_schema!({"type": "string", "pattern": r"^1(?:\.|$)"});
    Slug, "slug": slug();
    Url, "url": matching(URL);
    Date, "date": matching(DATE);
    Country, "country": matching("[A-Z]{2}");
    Color, "color": matching("#[0-9A-Fa-f]{6}");
    Year, "year": json_schema!({"type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end()});
    Amount, "amount": json_schema!({"type": "number", "minimum": 0});
    SourceIndex, "source-index": json_schema!({"type": "integer", "minimum": 0});
    Direction, "word": one_of(DIRECTIONS.map(|(word, _)| word));
    Unit, "word": one_of(UNITS.map(|(word, _)| word));
    CheckMethod, "word": one_of(CHECK_METHODS.map(|(word, _)| word));
    EventKind, "word": one_of(EVENT_KINDS.map(|(word, _)| word));
    ReplacedSort, "word": one_of(["language", "product"]);
}

fn slug() -> Schema {
    json_schema!({"type": "string", "pattern": format!("^{SLUG_PATTERN}$"), "maxLength": SLUG_MAX_BYTES})
}

fn matching(pattern: &str) -> Schema {
    json_schema!({"type": "string", "pattern": format!("^(?:{pattern})$")})
}

fn one_of<const N: usize>(words: [&str; N]) -> Schema {
    json_schema!({"type": "string", "enum": words.as_slice()})
}

impl<const LIST: usize> JsonSchema for TermId<LIST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "term".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = slug();
        schema.insert(VALUE_TYPE.to_owned(), "term".into());
        schema.insert(TERMS_OF.to_owned(), VocabularyKind::ALL[LIST].key().into());
        schema
    }
}

impl<K: JsonSchema> JsonSchema for Field<'_, K> {
    fn inline_schema() -> bool {
        K::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        K::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        K::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        K::json_schema(generator)
    }
}

impl<K: JsonSchema> JsonSchema for ForCurators<K> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        K::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = K::json_schema(generator);
        schema.insert(FOR_CURATORS.to_owned(), true.into());
        schema
    }
}
