//! Folding: what is the same word to a reader becomes the same text.

use super::fold_table::{LATIN, LATIN_ADDITIONAL, LATIN_B};

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

/// Folds a text to what is the same to a reader: lower case, without accents and other marks,
/// `ß` as `ss`, full-width forms as ASCII. Folding what is folded changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c).push_to(&mut folded);
    }
    folded
}

/// Whether a folded text has another one in it. Made for labels: the search of the standard library,
/// which is also fast in long texts, is four kilobytes of what a browser has to load.
pub fn has_part(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
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
    if let Some([first, second]) = fold_to_two(c) {
        return Folded([Some(first), Some(second)]);
    }
    Folded::one(fold_latin(c).unwrap_or_else(|| fold_accent(fold_case(c))))
}

fn ascii_of_full_width(c: char) -> Option<char> {
    let offset = u32::from(c).checked_sub(0xff01)?;
    (offset < 94).then(|| char::from_u32(0x21 + offset)).flatten()
}

fn fold_to_two(c: char) -> Option<[char; 2]> {
    Some(match c {
        'ß' | 'ẞ' => ['s', 's'],
        'Æ' | 'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => ['a', 'e'],
        'Œ' | 'œ' => ['o', 'e'],
        'Þ' | 'þ' => ['t', 'h'],
        'Ĳ' | 'ĳ' => ['i', 'j'],
        _ => return None,
    })
}

/// The small letter below the accents of a Latin letter of either case.
fn fold_latin(c: char) -> Option<char> {
    let in_table = |table: &[u8], first: u32| {
        let at = usize::try_from(u32::from(c).checked_sub(first)?).ok()?;
        table.get(at).copied().filter(u8::is_ascii_alphabetic).map(char::from)
    };
    match c {
        '\u{c0}'..='\u{17f}' => in_table(LATIN, 0xc0),
        '\u{1cd}'..='\u{233}' => in_table(LATIN_B, 0x1cd),
        '\u{1e00}'..='\u{1eff}' => in_table(LATIN_ADDITIONAL, 0x1e00),
        'Ơ' | 'ơ' => Some('o'),
        'Ư' | 'ư' => Some('u'),
        // The signs for kelvin and ångström.
        '\u{212a}' => Some('k'),
        '\u{212b}' => Some('a'),
        _ => None,
    }
}

/// The small letter of a capital one in Greek, Cyrillic, Armenian and the rest of Latin. The
/// standard library knows a few more scripts, but its table is five kilobytes of what a browser
/// has to load.
fn fold_case(c: char) -> char {
    let code = u32::from(c);
    let small = match code {
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        0x531..=0x556 => code + 0x30,
        0x4c0 => 0x4cf,
        0x181 => 0x253,
        0x186 => 0x254,
        0x18a => 0x257,
        0x18f => 0x259,
        0x190 => 0x25b,
        0x4c1..=0x4ce => code + code % 2,
        0x14a
        | 0x198
        | 0x1e4
        | 0x1ee
        | 0x21c
        | 0x222
        | 0x224
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1efa..=0x1eff => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The letter below the accents of a Greek or Cyrillic letter, small unless it is a Greek capital
/// with a tonos, which stands apart from the other capitals.
fn fold_accent(c: char) -> char {
    match c {
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'ϊ' | 'ΐ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        'ї' => 'і',
        'ў' => 'у',
        'ѓ' => 'г',
        'ќ' => 'к',
        _ => c,
    }
}
