//! Folding: what is the same word to a reader becomes the same text.

use super::fold_table::{LATIN, LATIN_ADDITIONAL};

/// What one character folds to: at most two characters, none for a mark that is written on top of
/// the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Folded([Option<char>; 2]);

impl Folded {
    /// No character at all.
    pub(super) const NOTHING: Self = Self([None, None]);

    fn one(c: char) -> Self {
        Self([Some(c), None])
    }

    /// The first character, which decides what sort of character it is.
    pub(super) fn first(self) -> Option<char> {
        self.0[0]
    }

    /// How many bytes the folded characters have.
    pub(super) fn len_utf8(self) -> usize {
        self.0.iter().flatten().map(|c| c.len_utf8()).sum()
    }

    /// Appends the folded characters.
    pub(super) fn push_to(self, text: &mut String) {
        text.extend(self.0.into_iter().flatten());
    }
}

/// Folds a text: lower case, without accents and other marks, full-width forms as ASCII.
/// Folding what is folded changes nothing.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c).push_to(&mut folded);
    }
    folded
}

/// Folds one character.
pub(super) fn fold_char(c: char) -> Folded {
    if c.is_ascii() {
        return Folded::one(c.to_ascii_lowercase());
    }
    // Marks, the soft hyphen and the joiners only change how their neighbors are drawn.
    if matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}') {
        return Folded::NOTHING;
    }
    if let Some(c) = ascii_of_full_width(c) {
        return Folded::one(c.to_ascii_lowercase());
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    if let Some([first, second]) = fold_to_two(lower) {
        return Folded([Some(first), Some(second)]);
    }
    Folded::one(fold_latin(lower).unwrap_or_else(|| fold_greek_or_cyrillic(lower)))
}

fn ascii_of_full_width(c: char) -> Option<char> {
    let offset = u32::from(c).checked_sub(0xff01)?;
    (offset < 94).then(|| char::from_u32(0x21 + offset)).flatten()
}

fn fold_to_two(lower: char) -> Option<[char; 2]> {
    Some(match lower {
        'ß' => ['s', 's'],
        'æ' => ['a', 'e'],
        'œ' => ['o', 'e'],
        'þ' => ['t', 'h'],
        'ĳ' => ['i', 'j'],
        _ => return None,
    })
}

/// The letter below the accents of a Latin letter, from the tables and, beyond them, what
/// Vietnamese and Romanian need.
fn fold_latin(lower: char) -> Option<char> {
    let from_table = |table: &[u8], first: u32| {
        let at = usize::try_from(u32::from(lower).checked_sub(first)?).ok()?;
        table.get(at).copied().filter(u8::is_ascii_alphabetic).map(char::from)
    };
    match lower {
        '\u{c0}'..='\u{17f}' => from_table(LATIN, 0xc0),
        '\u{1e00}'..='\u{1eff}' => from_table(LATIN_ADDITIONAL, 0x1e00),
        'ơ' => Some('o'),
        'ư' => Some('u'),
        'ș' => Some('s'),
        'ț' => Some('t'),
        _ => None,
    }
}

fn fold_greek_or_cyrillic(lower: char) -> char {
    match lower {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        'ї' => 'і',
        'ў' => 'у',
        'ѓ' => 'г',
        'ќ' => 'к',
        _ => lower,
    }
}
