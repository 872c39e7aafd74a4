//! Conversion of serializable types to JSON, without errors to handle.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// Returns a value as JSON on one line.
///
/// Serializing text, numbers, and lists and structs of them cannot fail. For any other type that
/// fails to serialize, the result is empty.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Returns a value as JSON indented by two spaces, with a final line break.
pub(crate) fn to_pretty_json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Returns a value as a tree of JSON values.
pub(crate) fn to_value(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Serializes key-value pairs as one JSON object, in their order.
pub(crate) fn as_object<K: Serialize, V: Serialize, S: Serializer>(
    entries: &[(K, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}
