//! A JSON parser for dataset files.
//!
//! Accepts and rejects the same texts as `serde_json`, with the same error messages; tests
//! compare the two. `serde_json` is not used here because its number tables and generic code would
//! be a twentieth of the download. This parser produces only [`Value`]s, each with its position,
//! and borrows strings without escapes from the input.

mod deserialize;
mod number;
mod parser;
mod text;
mod value;

pub(super) use self::deserialize::{POSITIONED, ValueDeserializer};
use self::parser::{ParseError, Parser};
pub use self::value::{Content, Number, Object, Position, SyntaxError, Value};

/// Parses a text that consists of one JSON value.
///
/// ```
/// use rustscape::dataset::json;
///
/// let value = json::parse(br#"{"title": "Example"}"#).unwrap();
/// assert_eq!(value.get("title").and_then(json::Value::as_str), Some("Example"));
///
/// let error = json::parse(b"{").unwrap_err();
/// assert_eq!((error.line, error.column), (1, 1));
/// ```
///
/// # Errors
///
/// Returns the first syntax error with its line and column.
pub fn parse(bytes: &[u8]) -> Result<Value<'_>, SyntaxError> {
    Parser::new(bytes).document().map_err(|ParseError { offset, reason }| {
        let until = bytes.get(..=offset).unwrap_or(bytes);
        let lines = until.split(|byte| *byte == b'\n');
        let column = lines.clone().next_back().map_or(0, <[u8]>::len);
        SyntaxError { line: lines.count(), column, reason }
    })
}
