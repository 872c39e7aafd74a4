//! Invisible characters, which a text of a dataset must not contain. The check reports them and the
//! importers remove them.

use unicode_normalization::UnicodeNormalization as _;

/// Returns the first invisible character of a text. Ignores joiners between characters that are not
/// ASCII, because scripts and emoji need them.
pub(crate) fn find_invisible(text: &str) -> Option<char> {
    invisible_chars(text).next().map(|(_, c)| c)
}

/// Iterates over the invisible characters of a text and their byte offsets.
fn invisible_chars(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((at, c)) = rest.next() {
            // Persian and the scripts of India join letters with these, and emoji join pictures.
            let joins = matches!(c, '\u{200c}' | '\u{200d}');
            let is_beside = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
            let is_needed = joins && is_beside(before) && is_beside(rest.peek().map(|(_, c)| *c));
            before = Some(c);
            if is_invisible(c) && !is_needed {
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

/// A text without the characters that the check reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CleanedText {
    /// The text in NFC, without [invisible](find_invisible) characters. Spaces and line feeds are its
    /// only white space.
    pub(crate) text: String,
    /// Invisible characters that were removed, without repetitions.
    pub(crate) removed: Vec<char>,
}

impl CleanedText {
    /// Removes the invisible characters of a text. Line breaks stay.
    pub(crate) fn new(text: &str) -> Self {
        let space = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { c };
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut cleaned = Self { text: lines.chars().map(space).collect(), removed: Vec::new() };
        // A joiner becomes invisible if its neighbor is removed, so this takes several passes.
        while find_invisible(&cleaned.text).is_some() {
            cleaned.remove();
        }
        cleaned.text = cleaned.text.nfc().collect();
        cleaned
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

    /// Returns which characters were removed, as the start of a sentence; `None` if none were.
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
    use super::{CleanedText, find_invisible};

    #[test]
    fn finds_invisible_characters_but_not_joiners_between_letters() {
        assert_eq!(find_invisible("a\u{200b}b"), Some('\u{200b}'));
        assert_eq!(find_invisible("a\u{200d}b"), Some('\u{200d}'));
        assert_eq!(find_invisible("abc\u{202e}"), Some('\u{202e}'));
        assert_eq!(find_invisible("می\u{200c}خواهم"), None);
        assert_eq!(find_invisible("日本語 – “ok” é\n"), None);
    }

    #[track_caller]
    fn check(text: &str, expected: &str, removed: &[char]) {
        let cleaned = CleanedText::new(text);
        assert_eq!((cleaned.text.as_str(), cleaned.removed.as_slice()), (expected, removed));
        assert_eq!(
            CleanedText::new(expected),
            CleanedText { text: expected.to_owned(), removed: vec![] }
        );
    }

    #[test]
    fn removes_invisible_characters_and_keeps_words() {
        check("A soft\u{ad}ware gate.", "A software gate.", &['\u{ad}']);
        check("\u{feff}Be\u{200b}ta\u{200b}", "Beta", &['\u{feff}', '\u{200b}']);
        check("می\u{200c}خواهم 👩\u{200d}💻", "می\u{200c}خواهم 👩\u{200d}💻", &[]);
        check("é\u{200d}\u{200b}", "é", &['\u{200d}', '\u{200b}']);
        check("é\u{3000}\u{200d}é", "é é", &['\u{200d}']);
        check("e\u{ad}\u{301}", "é", &['\u{ad}']);
        check("one\u{a0}two\tthree\r\nfour", "one two three\nfour", &[]);
    }
}
