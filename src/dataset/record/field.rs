//! Fields of records, each with its key, position and raw value.

use std::{fmt, marker::PhantomData, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::dataset::json::{POSITIONED, Position};

/// A raw value of the file with its key and position.
///
/// All fields share this type, because each field type would add its own deserialization code to
/// every record type.
#[derive(Debug, Default)]
pub struct RawValue<'t> {
    /// Key of the field; empty for an element of a list.
    pub(in crate::dataset) key: &'t str,
    /// Position of the value; line 0 if the field is absent.
    pub(in crate::dataset) at: Position,
    pub(in crate::dataset) content: RawContent<'t>,
}

impl RawValue<'_> {
    /// Returns whether the field is absent. A field with the value `null` is not.
    pub(in crate::dataset) fn is_absent(&self) -> bool {
        self.at.line == 0
    }
}

/// Type and content of a raw value.
#[derive(Debug, Default)]
pub(in crate::dataset) enum RawContent<'t> {
    /// `null`, or an absent field.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer that fits.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A string, with escapes resolved.
    Text(&'t str),
    /// A list. The reader takes its elements from the JSON value.
    List,
    /// An object. The reader deserializes it from the JSON value.
    Object,
}

/// A field whose value should have the type `K`. The reader checks that.
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

/// A field for curators and their tools. The reader ignores it.
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
                Ok(RawValue { key, at: Position::decode(at), content })
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
