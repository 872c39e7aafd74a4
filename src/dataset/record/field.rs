//! The fields of records: each with its key, its place and the value that the file has there.

use std::{fmt, marker::PhantomData, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, SeqAccess, Visitor},
};

use crate::dataset::json::{PLACED, Position};

/// A value that is no record. There is one type for all of them, because every type of field is
/// code of its own in every record.
#[derive(Debug)]
pub struct Cell<'t> {
    /// The key of the field; empty in a list.
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
#[derive(Debug)]
pub(in crate::dataset) enum CellContent<'t> {
    /// `null`, or nothing at all.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that is not too large.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text, without its escapes.
    Text(&'t str),
    /// Values in their order.
    List(Vec<Cell<'t>>),
    /// An object where none is expected.
    Object,
}

/// A field whose value should be a `K`, which the reader decides. The value is there as it stands.
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

/// A field, or a value of a list, that should be a record.
#[derive(Debug)]
pub struct Record<'t, T> {
    /// The place, and the value where it is no record.
    pub(in crate::dataset) cell: Cell<'t>,
    /// The record, where the value is an object.
    pub(in crate::dataset) record: Option<T>,
}

/// A field that should be a list of records.
pub type Records<'t, T> = Record<'t, Vec<Record<'t, T>>>;

/// A field that is for curators and their tools: readers of the atlas never see it.
#[derive(Debug)]
pub struct ForCurators<K>(PhantomData<K>);

/// A part that is read one record at a time, so that a large file needs no more memory than it has
/// to. The record around it does not hold it.
#[derive(Debug)]
pub struct OneByOne<T>(PhantomData<T>);

impl<'de: 't, 't> Deserialize<'de> for Cell<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellVisitor;

        impl<'de> Visitor<'de> for CellVisitor {
            type Value = Cell<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Cell<'de>, A::Error> {
                let (key, at) = place(&mut parts)?;
                let content = parts.next_element()?.unwrap_or(CellContent::Null);
                Ok(Cell { key, at, content })
            }
        }

        deserializer.deserialize_tuple_struct(PLACED, 3, CellVisitor)
    }
}

/// Reads the key and the position of a value.
fn place<'de, A: SeqAccess<'de>>(parts: &mut A) -> Result<(&'de str, Position), A::Error> {
    let key = parts.next_element()?.unwrap_or_default();
    let at = parts.next_element()?.unwrap_or_default();
    Ok((key, Position::decoded(at)))
}

impl<'de: 't, 't> Deserialize<'de> for CellContent<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ContentVisitor;

        impl<'de> Visitor<'de> for ContentVisitor {
            type Value = CellContent<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_none<E>(self) -> Result<CellContent<'de>, E> {
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

            fn visit_seq<A: SeqAccess<'de>>(
                self,
                mut values: A,
            ) -> Result<CellContent<'de>, A::Error> {
                let mut cells = Vec::new();
                while let Some(cell) = values.next_element()? {
                    cells.push(cell);
                }
                Ok(CellContent::List(cells))
            }

            fn visit_unit<E>(self) -> Result<CellContent<'de>, E> {
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

impl<'de: 't, 't, T: Deserialize<'de>> Deserialize<'de> for Record<'t, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RecordVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for RecordVisitor<T> {
            type Value = Record<'de, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record with its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
                let (key, at) = place(&mut parts)?;
                let record = parts.next_element().ok().flatten();
                let content = if record.is_none() { parts.next_element()? } else { None };
                let content = content.unwrap_or(CellContent::Null);
                Ok(Record { cell: Cell { key, at, content }, record })
            }
        }

        deserializer.deserialize_tuple_struct(PLACED, 3, RecordVisitor(PhantomData))
    }
}

impl<'de, K> Deserialize<'de> for ForCurators<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self(PhantomData))
    }
}

impl<'de, T> Deserialize<'de> for OneByOne<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self(PhantomData))
    }
}
