//! The fields of records: each with its key, its place and the value that the file has there.

use std::{fmt, marker::PhantomData, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::dataset::json::{PLACED, Position};

/// A value, as it stands in the file. There is one type for all of them, because every type of
/// field is code of its own in every record.
#[derive(Debug, Default)]
pub struct Cell<'t> {
    /// The key of the field; empty for a value of a list.
    pub(in crate::dataset) key: &'t str,
    /// The place of the value; line 0, where the file lacks the field.
    pub(in crate::dataset) at: Position,
    pub(in crate::dataset) content: CellContent<'t>,
}

impl Cell<'_> {
    /// Whether the file lacks the field. One that is `null` is there.
    pub(in crate::dataset) fn is_absent(&self) -> bool {
        self.at.line == 0
    }
}

/// The kinds of values.
#[derive(Debug, Default)]
pub(in crate::dataset) enum CellContent<'t> {
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
    cell: Cell<'t>,
    value_type: PhantomData<K>,
}

impl<'t, K> Deref for Field<'t, K> {
    type Target = Cell<'t>;

    fn deref(&self) -> &Cell<'t> {
        &self.cell
    }
}

/// A field that is for curators and their tools: readers of the atlas never see it.
#[derive(Debug)]
pub struct ForCurators<K>(PhantomData<K>);

impl<'de: 't, 't> Deserialize<'de> for Cell<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellVisitor;

        impl<'de> Visitor<'de> for CellVisitor {
            type Value = Cell<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Cell<'de>, A::Error> {
                let key = parts.next_element()?.unwrap_or_default();
                let at = parts.next_element()?.unwrap_or_default();
                let content = parts.next_element()?.unwrap_or_default();
                Ok(Cell { key, at: Position::decoded(at), content })
            }
        }

        deserializer.deserialize_tuple_struct(PLACED, 3, CellVisitor)
    }
}

impl<'de: 't, 't> Deserialize<'de> for CellContent<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ContentVisitor;

        impl<'de> Visitor<'de> for ContentVisitor {
            type Value = CellContent<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_unit<E>(self) -> Result<CellContent<'de>, E> {
                Ok(CellContent::Null)
            }

            fn visit_bool<E>(self, is_true: bool) -> Result<CellContent<'de>, E> {
                Ok(CellContent::Bool(is_true))
            }

            fn visit_i64<E>(self, number: i64) -> Result<CellContent<'de>, E> {
                Ok(CellContent::Whole(number))
            }

            fn visit_f64<E>(self, number: f64) -> Result<CellContent<'de>, E> {
                Ok(CellContent::Number(number))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<CellContent<'de>, E> {
                Ok(CellContent::Text(text))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<CellContent<'de>, A::Error> {
                Ok(CellContent::List)
            }

            fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<CellContent<'de>, A::Error> {
                Ok(CellContent::Object)
            }
        }

        deserializer.deserialize_any(ContentVisitor)
    }
}

impl<'de: 't, 't, K> Deserialize<'de> for Field<'t, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { cell: Cell::deserialize(deserializer)?, value_type: PhantomData })
    }
}

impl<'de, K> Deserialize<'de> for ForCurators<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self(PhantomData))
    }
}
