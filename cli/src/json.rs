//! JSON of types that derive `Serialize`.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// Returns a value as JSON on one line.
///
/// Text, numbers, lists and structs of them have no way to fail, so there is no error to pass on.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Returns a value as JSON with two spaces for each level and a line break at its end.
pub(crate) fn to_pretty_json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Returns a value as a tree that can be changed.
pub(crate) fn to_value(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Serializes entries as one object, in their order.
pub(crate) fn as_object<K: Serialize, V: Serialize, S: Serializer>(
    entries: &[(K, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}
