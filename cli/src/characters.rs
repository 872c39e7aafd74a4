//! Characters that a text of a dataset may not have: one predicate for the check that finds them
//! and for the importers that take them out.

use unicode_normalization::UnicodeNormalization as _;

/// Returns the first character that cannot be seen and is not a part of how words are written.
pub(crate) fn invisible(text: &str) -> Option<char> {
    invisible_chars(text).next().map(|(_, c)| c)
}

/// Every such character, with the byte at which it begins.
fn invisible_chars(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((at, c)) = rest.next() {
            // Persian and the scripts of India join letters with these, and emoji pictures.
            let joins = matches!(c, '\u{200c}' | '\u{200d}');
            let is_beside = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
            let is_fine = joins && is_beside(before) && is_beside(rest.peek().map(|(_, c)| *c));
            before = Some(c);
            if is_invisible(c) && !is_fine {
                return Some((at, c));
            }
        }
        None
    })
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0001}'
                | '\u{f0000}'..
        )
}

/// A text as the check wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Visible {
    /// The text without [invisible](invisible) characters, in the form NFC. Space is a space or a
    /// line feed.
    pub(crate) text: String,
    /// The invisible characters that were in it, each once.
    pub(crate) removed: Vec<char>,
}

impl Visible {
    /// Takes the invisible characters out of a text. Line breaks stay.
    pub(crate) fn of(text: &str) -> Self {
        let space = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { c };
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut visible = Self { text: lines.chars().map(space).collect(), removed: Vec::new() };
        // A joiner whose neighbor goes may be the next one that cannot be seen.
        while invisible(&visible.text).is_some() {
            visible.remove();
        }
        visible.text = visible.text.nfc().collect();
        visible
    }

    fn remove(&mut self) {
        let found: Vec<_> = invisible_chars(&self.text).collect();
        for (at, c) in found.into_iter().rev() {
            self.text.remove(at);
            if !self.removed.contains(&c) {
                self.removed.insert(0, c);
            }
        }
    }

    /// Says which characters were taken out, as the beginning of a sentence; `None` where none was.
    pub(crate) fn notice(&self) -> Option<String> {
        let codes = self.removed.iter().map(|c| format!("U+{:04X}", u32::from(*c)));
        let codes = codes.collect::<Vec<_>>().join(", ");
        match self.removed.len() {
            0 => None,
            1 => Some(format!("an invisible character ({codes}) is taken out")),
            _ => Some(format!("invisible characters ({codes}) are taken out")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Visible, invisible};

    #[test]
    fn invisible_characters_are_found_and_joiners_between_letters_are_fine() {
        assert_eq!(invisible("a\u{200b}b"), Some('\u{200b}'));
        assert_eq!(invisible("a\u{200d}b"), Some('\u{200d}'));
        assert_eq!(invisible("abc\u{202e}"), Some('\u{202e}'));
        assert_eq!(invisible("می\u{200c}خواهم"), None);
        assert_eq!(invisible("日本語 – “ok” é\n"), None);
    }

    #[track_caller]
    fn check(text: &str, expected: &str, removed: &[char]) {
        let visible = Visible::of(text);
        assert_eq!((visible.text.as_str(), visible.removed.as_slice()), (expected, removed));
        assert_eq!(Visible::of(expected), Visible { text: expected.to_owned(), removed: vec![] });
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out_and_words_stay_as_they_are_written() {
        check("A soft\u{ad}ware gate.", "A software gate.", &['\u{ad}']);
        check("\u{feff}Be\u{200b}ta\u{200b}", "Beta", &['\u{feff}', '\u{200b}']);
        check("می\u{200c}خواهم 👩\u{200d}💻", "می\u{200c}خواهم 👩\u{200d}💻", &[]);
        check("é\u{200d}\u{200b}", "é", &['\u{200d}', '\u{200b}']);
        check("é\u{3000}\u{200d}é", "é é", &['\u{200d}']);
        check("e\u{ad}\u{301}", "é", &['\u{ad}']);
        check("one\u{a0}two\tthree\r\nfour", "one two three\nfour", &[]);
    }
}
