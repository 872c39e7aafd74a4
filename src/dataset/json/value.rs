//! Values of a JSON text, each with its position.

use std::borrow::Cow;

/// A value of the file, and where it begins.
#[derive(Debug)]
pub struct Value<'t> {
    /// Where its first byte is.
    pub at: Position,
    /// What it is.
    pub content: Content<'t>,
}

/// What a value is.
#[derive(Debug)]
pub enum Content<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(Number),
    /// A text, without its escapes.
    Text(Cow<'t, str>),
    /// Values in their order.
    List(Vec<Value<'t>>),
    /// Values by their keys.
    Object(Object<'t>),
}

impl<'t> Value<'t> {
    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.content, Content::Null)
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Content::Bool(is_true) = self.content { Some(is_true) } else { None }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<Number> {
        if let Content::Number(number) = self.content { Some(number) } else { None }
    }

    /// The whole number, if it is one.
    pub fn as_whole(&self) -> Option<i64> {
        self.as_number()?.whole
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Content::Text(text) = &self.content { Some(text) } else { None }
    }

    /// The values, if it is a list.
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Content::List(values) = &self.content { Some(values) } else { None }
    }

    /// The members, if it is an object.
    pub fn as_object(&self) -> Option<&Object<'t>> {
        if let Content::Object(object) = &self.content { Some(object) } else { None }
    }

    /// The values of a list; none for anything else.
    pub fn values(&self) -> &[Self] {
        self.as_list().unwrap_or_default()
    }

    /// The value of a key; none for anything but an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }
}

/// A place in a file. Lines and columns count from 1, columns in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The byte in that line.
    pub column: u32,
}

/// A number: the nearest float, where it has at most 15 digits and 22 decimal places.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// The number as a float, always finite.
    pub float: f64,
    /// The number, where it is written as a whole one and is not too large.
    pub whole: Option<i64>,
}

/// An object, by its keys.
#[derive(Debug)]
pub struct Object<'t>(pub(super) Vec<(Cow<'t, str>, Value<'t>)>);

impl<'t> Object<'t> {
    /// The value of a key; the last one, where the file has several.
    pub fn get(&self, key: &str) -> Option<&Value<'t>> {
        self.0.iter().rev().find(|(other, _)| other == key).map(|(_, value)| value)
    }

    /// Every key with its value, in the order of the file; a key may be there twice.
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, &Value<'t>)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }
}

/// Why a text is no JSON, and where: lines and columns count from 1, columns in bytes.
#[derive(Debug)]
pub struct SyntaxError {
    /// The line.
    pub line: usize,
    /// The byte in that line.
    pub column: usize,
    /// What is wrong, in the words of `serde_json`.
    pub reason: &'static str,
}
