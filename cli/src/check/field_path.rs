//! Paths to fields of records, for findings.

use std::fmt;

use rustscape::dataset::{is_slug, json::Value};

/// Path of findings about the file as a whole.
pub(super) const FILE_RECORD: FieldPath<'static> = FieldPath::Record("file");

/// The path of a value inside a record, such as `sources[0].url`.
///
/// A path is a chain of references from the value up to the record. Building one allocates nothing;
/// only a finding formats it.
#[derive(Clone, Copy, Debug)]
pub(super) enum FieldPath<'p> {
    /// The record itself, by its name.
    Record(&'p str),
    /// The value of a key.
    Key(&'p Self, &'p str),
    /// An element of a list.
    Index(&'p Self, usize),
}

impl<'p> FieldPath<'p> {
    /// Returns the path of the value of a key.
    pub(super) const fn key(&'p self, key: &'p str) -> Self {
        Self::Key(self, key)
    }

    /// Returns the path of an element of the list.
    pub(super) const fn index(&'p self, idx: usize) -> Self {
        Self::Index(self, idx)
    }

    /// Returns the name of the record.
    pub(super) fn record(&self) -> &'p str {
        match self {
            Self::Record(record) => record,
            Self::Key(outer, _) | Self::Index(outer, _) => outer.record(),
        }
    }
}

/// Formats the field inside the record, such as `sources[0].url`; nothing for the record itself.
impl fmt::Display for FieldPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(_) => Ok(()),
            Self::Key(Self::Record(_), key) => f.write_str(key),
            Self::Key(outer, key) => write!(f, "{outer}.{key}"),
            Self::Index(outer, idx) => write!(f, "{outer}[{idx}]"),
        }
    }
}

/// Returns the name of a record in a list: its id if that is valid, otherwise the list and index, as
/// in `projects[1]`. Problems of the reader use the same names.
pub(super) fn record_name(value: &Value<'_>, list: &str, idx: usize) -> String {
    let id = value.get("id").and_then(Value::as_str).filter(|id| is_slug(id));
    id.map_or_else(|| format!("{list}[{idx}]"), str::to_owned)
}
