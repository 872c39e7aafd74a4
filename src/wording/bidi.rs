//! Text with both left-to-right and right-to-left scripts.

use std::borrow::Cow;

/// Left-to-right mark, an invisible character.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Adds a left-to-right mark after "C++", "C#" and the like in a text with right-to-left words. Without
/// the mark, the signs would be displayed before the letter. Returns any other text unchanged.
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
