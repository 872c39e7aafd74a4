use std::fmt;

use rustscape::dataset::{is_slug, json::Value};

/// Where a value stands, as a chain from the value up to its record. It costs nothing until it is
/// written, which only happens where something is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'p> {
    /// The record itself.
    Record(&'p str),
    /// The value of a key.
    Key(&'p Self, &'p str),
    /// A value of a list.
    Index(&'p Self, usize),
}

impl<'p> Place<'p> {
    /// The place of the value of a key here.
    pub(super) const fn key(&'p self, key: &'p str) -> Self {
        Self::Key(self, key)
    }

    /// The place of a value of the list here.
    pub(super) const fn index(&'p self, idx: usize) -> Self {
        Self::Index(self, idx)
    }

    /// What the record is called.
    pub(super) fn record(&self) -> &'p str {
        match self {
            Self::Record(record) => record,
            Self::Key(outer, _) | Self::Index(outer, _) => outer.record(),
        }
    }
}

/// Writes the field inside the record, such as `sources[0].url`; nothing for the record itself.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(_) => Ok(()),
            Self::Key(Self::Record(_), key) => f.write_str(key),
            Self::Key(outer, key) => write!(f, "{outer}.{key}"),
            Self::Index(outer, idx) => write!(f, "{outer}[{idx}]"),
        }
    }
}

/// What a record of a list is called: by its id, where that is a usable one. The reader's problems
/// call it the same.
pub(super) fn record_name(value: &Value<'_>, list: &str, idx: usize) -> String {
    let id = value.get("id").and_then(Value::as_str).filter(|id| is_slug(id));
    id.map_or_else(|| format!("{list}[{idx}]"), str::to_owned)
}
