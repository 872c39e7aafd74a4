//! Values in messages, and texts on one line.

use serde_json::Value;

use crate::escape::escape_invisible;

/// Most characters of a value that a message quotes: enough to recognize the value.
const QUOTED_MAX_CHARS: usize = 80;

/// Returns a text with its words separated by single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Formats a JSON value for a message.
pub(super) fn display_value(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}

/// Quotes a text for a message: on one line and at most 80 characters long.
pub(super) fn quoted(text: &str) -> String {
    let mut shown = escape_invisible(&text.chars().take(QUOTED_MAX_CHARS).collect::<String>());
    if text.chars().nth(QUOTED_MAX_CHARS).is_some() {
        shown.push('…');
    }
    format!("“{shown}”")
}

/// Returns a text with its first letter in upper case.
pub(super) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
