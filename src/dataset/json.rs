//! A reader of JSON for the dataset.
//!
//! It takes, refuses and explains the same texts as `serde_json`, which the tests hold it to. That
//! one reads into any type and has tables for any number, which is a twentieth of what a browser
//! has to load; here there are values only, each with its place. Texts without escapes are borrowed
//! from the file.

mod deserialize;
mod number;
mod parser;
mod text;
mod value;

pub(super) use self::deserialize::{POSITIONED, ValueDeserializer};
use self::parser::{ParseError, Parser};
pub use self::value::{Content, Number, Object, Position, SyntaxError, Value};

/// Reads a text that is one value.
///
/// # Errors
///
/// Where it is not, says where that shows first.
pub fn parse(bytes: &[u8]) -> Result<Value<'_>, SyntaxError> {
    Parser::new(bytes).document().map_err(|ParseError { offset, reason }| {
        let until = bytes.get(..=offset).unwrap_or(bytes);
        let lines = until.split(|byte| *byte == b'\n');
        let column = lines.clone().next_back().map_or(0, <[u8]>::len);
        SyntaxError { line: lines.count(), column, reason }
    })
}
