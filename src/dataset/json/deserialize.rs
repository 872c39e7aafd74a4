//! Reads the values of a file into records, as a format of serde.
//!
//! A record gets its fields as a sequence in the order of its type, not as a map by key: the code
//! that tells keys apart would otherwise be in the program once for each type of record.

use std::{fmt, iter, slice};

use serde::{
    Deserializer,
    de::{
        DeserializeSeed, Error, Expected, SeqAccess, Unexpected, Visitor,
        value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer, U64Deserializer},
    },
    forward_to_deserialize_any,
};

use super::{Content, Object, Position, Value};

/// The name by which a type asks for the place of a value as well. Such a type gets a sequence: the
/// key of the field, its [position](encoded) and then the value.
pub(in crate::dataset) const POSITIONED: &str = "$positioned";

/// Stands for a field that the file lacks.
static ABSENT: Value<'static> =
    Value { at: Position { line: 0, column: 0 }, content: Content::Null };

/// A value is no record. The caller knows the value and the place.
#[derive(Debug)]
pub(in crate::dataset) struct NotAnObject;

impl std::error::Error for NotAnObject {}

impl fmt::Display for NotAnObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is no object")
    }
}

// The default methods write a message, which nobody sees.
impl Error for NotAnObject {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
}

/// A position as one number.
fn encoded(at: Position) -> u64 {
    u64::from(at.line) << u32::BITS | u64::from(at.column)
}

impl Position {
    /// The position that was [encoded].
    #[expect(clippy::cast_possible_truncation, reason = "each half is a number of this size")]
    pub(in crate::dataset) fn decoded(at: u64) -> Self {
        Self { line: (at >> u32::BITS) as u32, column: at as u32 }
    }
}

/// A value with the key of its field; the key of a value in a list is empty.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct ValueDeserializer<'v> {
    key: &'static str,
    value: &'v Value<'v>,
}

impl<'v> ValueDeserializer<'v> {
    /// A value that is not in an object.
    pub(in crate::dataset) fn new(value: &'v Value<'v>) -> Self {
        Self { key: "", value }
    }
}

impl<'de> Deserializer<'de> for ValueDeserializer<'de> {
    type Error = NotAnObject;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotAnObject> {
        match &self.value.content {
            Content::Null => visitor.visit_unit(),
            Content::Bool(is_true) => visitor.visit_bool(*is_true),
            Content::Number(number) => match number.whole {
                Some(whole) => visitor.visit_i64(whole),
                None => visitor.visit_f64(number.float),
            },
            Content::Text(text) => visitor.visit_borrowed_str(text),
            // Where any kind of value may be, nothing looks into lists and objects.
            Content::List(_) => visitor.visit_seq(SeqDeserializer::new(iter::empty::<u64>())),
            Content::Object(_) => {
                visitor.visit_map(MapDeserializer::new(iter::empty::<(u64, u64)>()))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotAnObject> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, NotAnObject> {
        if name != POSITIONED {
            return self.deserialize_any(visitor);
        }
        visitor.visit_seq(PositionedParts { of: self, next: PositionedPart::Key })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotAnObject> {
        let object = self.value.as_object().ok_or(NotAnObject)?;
        visitor.visit_seq(FieldsInOrder { object, keys: fields.iter() })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotAnObject> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple map enum identifier
    }
}

/// The values of an object in the order of the fields of a type, also of those that it lacks.
struct FieldsInOrder<'v> {
    object: &'v Object<'v>,
    keys: slice::Iter<'static, &'static str>,
}

impl<'v> SeqAccess<'v> for FieldsInOrder<'v> {
    type Error = NotAnObject;

    fn next_element_seed<T: DeserializeSeed<'v>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NotAnObject> {
        let Some(key) = self.keys.next() else { return Ok(None) };
        let value = self.object.get(key).unwrap_or(&ABSENT);
        seed.deserialize(ValueDeserializer { key, value }).map(Some)
    }
}

/// A value with its place, part by part.
struct PositionedParts<'v> {
    of: ValueDeserializer<'v>,
    next: PositionedPart,
}

/// A part of a [`PositionedParts`].
enum PositionedPart {
    Key,
    At,
    Value,
}

impl<'v> SeqAccess<'v> for PositionedParts<'v> {
    type Error = NotAnObject;

    fn next_element_seed<T: DeserializeSeed<'v>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NotAnObject> {
        let part = match self.next {
            PositionedPart::Key => {
                self.next = PositionedPart::At;
                seed.deserialize(BorrowedStrDeserializer::new(self.of.key))
            }
            PositionedPart::At => {
                self.next = PositionedPart::Value;
                seed.deserialize(U64Deserializer::new(encoded(self.of.value.at)))
            }
            PositionedPart::Value => seed.deserialize(self.of),
        };
        part.map(Some)
    }
}
