//! JSON that is put together from texts, so that what stands in many files is written once.

use serde_json::Value;

/// An object with a list as its last member, on a line.
pub(super) fn with_list<'t>(
    object: &Value,
    key: &str,
    values: impl Iterator<Item = &'t str>,
) -> String {
    let mut text = open(object);
    text.push_str(&Value::from(key).to_string());
    text.push_str(":[");
    for (idx, value) in values.enumerate() {
        if idx > 0 {
            text.push(',');
        }
        text.push_str(value);
    }
    text.push_str("]}\n");
    text
}

/// The members of an object, followed by those of another, on a line.
pub(super) fn joined(object: &Value, other: &Value) -> String {
    let other = other.to_string();
    match other.strip_prefix('{').filter(|members| *members != "}") {
        Some(members) => [&open(object), members, "\n"].concat(),
        None => format!("{object}\n"),
    }
}

/// An object up to where its next member begins.
fn open(object: &Value) -> String {
    let mut text = object.to_string();
    text.pop();
    if !text.ends_with('{') {
        text.push(',');
    }
    text
}
