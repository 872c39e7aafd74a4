//! A serde deserializer that reads JSON values into records.
//!
//! A record receives its fields as a sequence in declaration order, not as a map. Otherwise every
//! record type would add its own code for matching keys to the program.

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

/// Name of the tuple struct by which a type requests its key and position. Such a type receives a
/// sequence: the key of the field, its [encoded](encode) position, then the value.
pub(in crate::dataset) const POSITIONED: &str = "$positioned";

/// Value of a field that the file does not have.
static ABSENT: Value<'static> =
    Value { at: Position { line: 0, column: 0 }, content: Content::Null };

/// Error for a value that is not an object. The caller knows the value and its position.
#[derive(Debug)]
pub(in crate::dataset) struct NotAnObject;

impl std::error::Error for NotAnObject {}

impl fmt::Display for NotAnObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is no object")
    }
}

// The default methods would format a message that is never shown.
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

/// Packs a position into one number, which takes one element of the sequence.
fn encode(at: Position) -> u64 {
    u64::from(at.line) << u32::BITS | u64::from(at.column)
}

impl Position {
    /// Unpacks a position that [`encode`] packed.
    #[expect(clippy::cast_possible_truncation, reason = "each half is a number of this size")]
    pub(in crate::dataset) fn decode(at: u64) -> Self {
        Self { line: (at >> u32::BITS) as u32, column: at as u32 }
    }
}

/// Deserializer of a value together with the key of its field.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct ValueDeserializer<'v> {
    key: &'static str,
    value: &'v Value<'v>,
}

impl<'v> ValueDeserializer<'v> {
    /// Creates a deserializer for a value without a key, such as an element of a list.
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
            // A visitor of any value only needs the type of a list or an object, not its content.
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

/// Values of an object in the order of a record's fields, with `null` for absent fields.
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

/// Key, position and value of a field, in this order.
struct PositionedParts<'v> {
    of: ValueDeserializer<'v>,
    next: PositionedPart,
}

/// Next element of [`PositionedParts`].
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
                seed.deserialize(U64Deserializer::new(encode(self.of.value.at)))
            }
            PositionedPart::Value => seed.deserialize(self.of),
        };
        part.map(Some)
    }
}
