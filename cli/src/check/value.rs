//! Access to members of JSON values.

use rustscape::dataset::json::{Position, Value};

/// Returns the text of a key; `None` if it is absent, blank or not a text.
pub(super) fn text_of<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str().filter(|text| !text.trim().is_empty())
}

/// Returns the values of the list of a key; none if it is absent or not a list.
pub(super) fn list_of<'v, 't>(value: &'v Value<'t>, key: &str) -> &'v [Value<'t>] {
    value.get(key).map_or(&[], Value::values)
}

/// Returns the position of the value of a key, or of the object if it has no such key.
pub(super) fn position_of(value: &Value<'_>, key: &str) -> Position {
    value.get(key).map_or(value.at, |inner| inner.at)
}
