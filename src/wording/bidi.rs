//! Texts in which scripts of both directions meet.

use std::borrow::Cow;

/// Left-to-right mark: an invisible letter of that direction.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Keeps the signs at the end of a Latin word at that end, as in "C++" and "C#", where the words around
/// it are read from right to left: without a mark they would stand before it. A text without such
/// words is unchanged.
pub fn with_ltr_marks(text: &str) -> Cow<'_, str> {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}');
    if !text.chars().any(is_rtl) {
        return Cow::Borrowed(text);
    }
    let is_sign = |c: char| matches!(c, '+' | '#');
    let mut kept = String::with_capacity(text.len());
    let (mut is_after_latin, mut is_after_sign) = (false, false);
    for c in text.chars() {
        if is_after_sign && !is_sign(c) {
            kept.push(LEFT_TO_RIGHT);
        }
        kept.push(c);
        is_after_sign = is_after_latin && is_sign(c);
        is_after_latin = c.is_ascii_alphanumeric() || is_after_sign;
    }
    if is_after_sign {
        kept.push(LEFT_TO_RIGHT);
    }
    Cow::Owned(kept)
}
