//! A reader of JSON for the dataset.
//!
//! It takes, refuses and explains the same texts as `serde_json`, which the tests hold it to. That
//! one reads into any type and has tables for any number, which is a twentieth of what a browser
//! has to load; here there are values only. Texts without escapes are borrowed from the file.

mod number;
mod reader;
mod text;

use std::borrow::Cow;

use self::reader::{Fault, Reader};

/// A value of the file.
#[derive(Debug)]
pub(super) enum Value<'t> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    Object(Object<'t>),
}

impl Value<'_> {
    pub(super) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(is_true) = self { Some(*is_true) } else { None }
    }

    pub(super) fn as_number(&self) -> Option<Number> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub(super) fn as_whole(&self) -> Option<i64> {
        self.as_number()?.whole
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The values of a list; none for anything else.
    pub(super) fn values(&self) -> &[Self] {
        if let Self::List(values) = self { values } else { &[] }
    }

    /// The value of a key; none for anything but an object.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Object(object) = self { object.get(key) } else { None }
    }
}

/// A number: the nearest float, where it has at most 15 digits and 22 decimal places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) float: f64,
    /// The number, where it is written as a whole one and is not too large.
    pub(super) whole: Option<i64>,
}

/// An object, by its keys.
#[derive(Debug)]
pub(super) struct Object<'t>(Vec<(Cow<'t, str>, Value<'t>)>);

impl<'t> Object<'t> {
    /// The value of a key; the last one, where the file has several.
    pub(super) fn get(&self, key: &str) -> Option<&Value<'t>> {
        self.0.iter().rev().find(|(other, _)| other == key).map(|(_, value)| value)
    }
}

/// Why a text is no JSON, and where: lines and columns count from 1, columns in bytes.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) reason: &'static str,
}

/// Reads a text that is one value.
pub(super) fn parse(bytes: &[u8]) -> Result<Value<'_>, SyntaxError> {
    Reader::new(bytes).whole_text().map_err(|Fault { at, reason }| {
        let until = bytes.get(..=at).unwrap_or(bytes);
        let lines = until.split(|byte| *byte == b'\n');
        let column = lines.clone().next_back().map_or(0, <[u8]>::len);
        SyntaxError { line: lines.count(), column, reason }
    })
}
