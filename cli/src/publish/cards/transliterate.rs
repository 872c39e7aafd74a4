//! Transliteration of text that no font can draw.

use deunicode::{deunicode, deunicode_char};
use rustscape::wording::with_ltr_marks;
use unicode_normalization::UnicodeNormalization as _;

use super::{font_set::FontSet, font_weight::FontWeight};

/// Maximum number of characters of a text: more than fit anywhere on a card.
const CHARS_MAX: usize = 400;

/// Left-to-right mark.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Returns the text with only characters that a font has.
///
/// A letter that no font has is spelled in ASCII. Other such characters are left out, unless
/// nothing else remains. White space is collapsed.
pub(super) fn transliterate(text: &str, fonts: &FontSet, weight: FontWeight) -> String {
    let mut output = Transliteration { fonts, weight, text: String::with_capacity(text.len()) };
    text.nfc().take(CHARS_MAX).for_each(|c| output.push(c));
    if output.text.trim().is_empty() {
        deunicode(text).chars().take(CHARS_MAX).for_each(|c| output.push(c));
    }
    output.text.truncate(output.text.trim_end().len());
    with_ltr_marks(&output.text).into_owned()
}

struct Transliteration<'f> {
    fonts: &'f FontSet,
    weight: FontWeight,
    text: String,
}

impl Transliteration<'_> {
    fn push(&mut self, c: char) {
        if matches!(c, '\u{200c}' | '\u{200d}') {
            if self.text.ends_with(char::is_alphanumeric) {
                self.text.push(c);
            }
        } else if c.is_whitespace() && !is_glue(c) {
            self.push_space();
        } else if c.is_control() || is_invisible(c) {
            // Control characters would affect the layout or select glyph variants.
        } else if self.fonts.font_for(c, self.weight).is_some() {
            self.text.push(c);
        } else if is_glue(c) {
            self.push_space();
        } else if c.is_alphanumeric() {
            self.text.push_str(deunicode_char(c).unwrap_or_default());
        }
    }

    fn push_space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}

/// Returns whether a character has no glyph of its own, but affects how adjacent letters join or in
/// which direction they run.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | LEFT_TO_RIGHT)
}

/// Returns whether a character is a no-break space.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Returns whether a character is invisible: soft hyphens, direction marks, tags and variation
/// selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}
