//! Text of which each character can be drawn.

use deunicode::{deunicode, deunicode_char};
use rustscape::wording::with_ltr_marks;
use unicode_normalization::UnicodeNormalization as _;

use super::faces::{Faces, Weight};

/// How many characters of a text are looked at: more than there is room for anywhere.
const N_CHARS_MAX: usize = 400;

/// Says that what is around it is read from left to right.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// The text without what no font has: a letter is spelled in ASCII, any other sign is left out,
/// unless nothing else is there. White space is single.
pub(super) fn spell(text: &str, faces: &Faces, weight: Weight) -> String {
    let mut spelled = Spelled { faces, weight, text: String::with_capacity(text.len()) };
    text.nfc().take(N_CHARS_MAX).for_each(|c| spelled.push(c));
    if spelled.text.trim().is_empty() {
        deunicode(text).chars().take(N_CHARS_MAX).for_each(|c| spelled.push(c));
    }
    spelled.text.truncate(spelled.text.trim_end().len());
    with_ltr_marks(&spelled.text).into_owned()
}

struct Spelled<'f> {
    faces: &'f Faces,
    weight: Weight,
    text: String,
}

impl Spelled<'_> {
    fn push(&mut self, c: char) {
        if matches!(c, '\u{200c}' | '\u{200d}') {
            if self.text.ends_with(char::is_alphanumeric) {
                self.text.push(c);
            }
        } else if c.is_whitespace() && !is_glue(c) {
            self.push_space();
        } else if c.is_control() || is_invisible(c) {
            // It would steer how the text is laid out, or choose between pictures.
        } else if self.faces.of(c, self.weight).is_some() {
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

/// Whether it has no shape of its own, but says something about the letters beside it: how they
/// join, or where they are read.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | LEFT_TO_RIGHT)
}

/// Whether it is a space at which no line breaks.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Whether it is there for programs only: hyphens that may be, marks of direction, tags, and what
/// selects one of several pictures.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}
