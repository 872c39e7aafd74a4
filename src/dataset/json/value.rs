//! JSON values, each with its position in the file.

use std::borrow::Cow;

/// A JSON value and its position.
#[derive(Debug)]
pub struct Value<'t> {
    /// Position of the first byte.
    pub at: Position,
    /// Type and content.
    pub content: Content<'t>,
}

/// Type and content of a [`Value`].
#[derive(Debug)]
pub enum Content<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string, with escapes resolved.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Value<'t>>),
    /// An object.
    Object(Object<'t>),
}

impl<'t> Value<'t> {
    /// Returns whether the value is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.content, Content::Null)
    }

    /// Returns the boolean, or `None` for another type.
    pub fn as_bool(&self) -> Option<bool> {
        if let Content::Bool(is_true) = self.content { Some(is_true) } else { None }
    }

    /// Returns the number, or `None` for another type.
    pub fn as_number(&self) -> Option<Number> {
        if let Content::Number(number) = self.content { Some(number) } else { None }
    }

    /// Returns the integer, or `None` for another type or a number that is not an integer.
    pub fn as_whole(&self) -> Option<i64> {
        self.as_number()?.whole
    }

    /// Returns the string, or `None` for another type.
    pub fn as_str(&self) -> Option<&str> {
        if let Content::Text(text) = &self.content { Some(text) } else { None }
    }

    /// Returns the elements of an array, or `None` for another type.
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Content::List(values) = &self.content { Some(values) } else { None }
    }

    /// Returns the object, or `None` for another type.
    pub fn as_object(&self) -> Option<&Object<'t>> {
        if let Content::Object(object) = &self.content { Some(object) } else { None }
    }

    /// Returns the elements of an array; the slice is empty for another type.
    pub fn values(&self) -> &[Self] {
        self.as_list().unwrap_or_default()
    }

    /// Returns the value of a key, or `None` if there is no such key or the value is not an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }
}

/// A position in a file. Lines and columns count from 1, columns in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line.
    pub line: u32,
    /// Column in bytes.
    pub column: u32,
}

/// A number: the nearest float, if it has at most 15 digits and 22 decimal places.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// Number as a float; always finite.
    pub float: f64,
    /// Number as an integer, if it is written without a fraction or exponent and fits.
    pub whole: Option<i64>,
}

/// A JSON object. It keeps the order of the file and repeated keys.
#[derive(Debug)]
pub struct Object<'t>(pub(super) Vec<(Cow<'t, str>, Value<'t>)>);

impl<'t> Object<'t> {
    /// Returns the value of a key. If the key occurs several times, the last value wins.
    pub fn get(&self, key: &str) -> Option<&Value<'t>> {
        self.0.iter().rev().find(|(other, _)| other == key).map(|(_, value)| value)
    }

    /// Iterates over keys and values in the order of the file; a key can occur several times.
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, &Value<'t>)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }
}

/// A JSON syntax error. Lines and columns count from 1, columns in bytes.
#[derive(Debug)]
pub struct SyntaxError {
    /// Line.
    pub line: usize,
    /// Column in bytes.
    pub column: usize,
    /// Error message, with the wording of `serde_json`.
    pub reason: &'static str,
}
