//! The fields of records: each with its key, its place and the value that the file has there.

use std::{fmt, marker::PhantomData, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::dataset::json::{POSITIONED, Position};

/// A value, as it stands in the file. There is one type for all of them, because every type of
/// field is code of its own in every record.
#[derive(Debug, Default)]
pub struct RawValue<'t> {
    /// The key of the field; empty for a value of a list.
    pub(in crate::dataset) key: &'t str,
    /// The place of the value; line 0, where the file lacks the field.
    pub(in crate::dataset) at: Position,
    pub(in crate::dataset) content: RawContent<'t>,
}

impl RawValue<'_> {
    /// Whether the file lacks the field. One that is `null` is there.
    pub(in crate::dataset) fn is_absent(&self) -> bool {
        self.at.line == 0
    }
}

/// The kinds of values.
#[derive(Debug, Default)]
pub(in crate::dataset) enum RawContent<'t> {
    /// `null`, or nothing at all.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that is not too large.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text, without its escapes.
    Text(&'t str),
    /// A list. The reader takes its values from the file, one after the other.
    List,
    /// An object. The reader takes it from the file as the record that it should be.
    Object,
}

/// A field whose value should be a `K`, which the reader decides.
#[derive(Debug)]
pub struct Field<'t, K> {
    raw: RawValue<'t>,
    value_type: PhantomData<K>,
}

impl<'t, K> Deref for Field<'t, K> {
    type Target = RawValue<'t>;

    fn deref(&self) -> &RawValue<'t> {
        &self.raw
    }
}

/// A field that is for curators and their tools: readers of the atlas never see it.
#[derive(Debug)]
pub struct ForCurators<K>(PhantomData<K>);

impl<'de: 't, 't> Deserialize<'de> for RawValue<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RawValueVisitor;

        impl<'de> Visitor<'de> for RawValueVisitor {
            type Value = RawValue<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<RawValue<'de>, A::Error> {
                let key = parts.next_element()?.unwrap_or_default();
                let at = parts.next_element()?.unwrap_or_default();
                let content = parts.next_element()?.unwrap_or_default();
                Ok(RawValue { key, at: Position::decoded(at), content })
            }
        }

        deserializer.deserialize_tuple_struct(POSITIONED, 3, RawValueVisitor)
    }
}

impl<'de: 't, 't> Deserialize<'de> for RawContent<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ContentVisitor;

        impl<'de> Visitor<'de> for ContentVisitor {
            type Value = RawContent<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_unit<E>(self) -> Result<RawContent<'de>, E> {
                Ok(RawContent::Null)
            }

            fn visit_bool<E>(self, is_true: bool) -> Result<RawContent<'de>, E> {
                Ok(RawContent::Bool(is_true))
            }

            fn visit_i64<E>(self, number: i64) -> Result<RawContent<'de>, E> {
                Ok(RawContent::Whole(number))
            }

            fn visit_f64<E>(self, number: f64) -> Result<RawContent<'de>, E> {
                Ok(RawContent::Number(number))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<RawContent<'de>, E> {
                Ok(RawContent::Text(text))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<RawContent<'de>, A::Error> {
                Ok(RawContent::List)
            }

            fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<RawContent<'de>, A::Error> {
                Ok(RawContent::Object)
            }
        }

        deserializer.deserialize_any(ContentVisitor)
    }
}

impl<'de: 't, 't, K> Deserialize<'de> for Field<'t, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { raw: RawValue::deserialize(deserializer)?, value_type: PhantomData })
    }
}

impl<'de, K> Deserialize<'de> for ForCurators<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self(PhantomData))
    }
}
