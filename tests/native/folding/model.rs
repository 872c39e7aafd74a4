//! Reference implementation of folding, written directly from the Unicode data.

use unicode_general_category::{GeneralCategory as Category, get_general_category};
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Iterates over every non-ASCII character, except in planes that are empty, private or only Han.
pub(super) fn every_char() -> impl Iterator<Item = char> {
    ('\u{80}'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}')
}

/// Returns the folded form of a character: its compatibility decomposition in lower case, without
/// marks that readers leave out, with plain letters and ASCII digits.
pub(super) fn folded(c: char) -> String {
    let letters = c.to_string().nfkd().filter(|c| !is_dropped(*c)).collect::<String>();
    let small = caseless::default_case_fold_str(&letters);
    let mut folded = String::new();
    for c in small.nfkd().filter(|c| !is_dropped(*c)) {
        match plain(c) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(ascii_digit(c).unwrap_or(c)),
        }
    }
    folded
}

/// Returns whether readers leave out a mark: it is invisible, or it appears above, below or inside
/// a letter that stays the same.
///
/// Other marks are as much of a word as its letters, such as the vowels and tones of the scripts of
/// India.
fn is_dropped(c: char) -> bool {
    match get_general_category(c) {
        Category::NonspacingMark => {
            // Combining classes: 1 is overlays, 7 the dots of Indian letters, 10 to 36 the points
            // of Hebrew, Arabic and Syriac, 200 and above accents. Class 0 contains the invisible
            // variation selectors.
            let class = canonical_combining_class(c);
            matches!(class, 1 | 7 | 10..=36 | 200..) || is_selector(c)
        }
        Category::EnclosingMark => true,
        // Arabic signs that enclose a number are visible.
        Category::Format => !is_arabic_sign(c),
        _ => c == '\u{640}',
    }
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_arabic_sign(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{890}' | '\u{891}' | '\u{8e2}')
}

/// Returns the letters that readers take a letter for, if Unicode does not decompose it.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'đ' | 'ð' => "d",
        'ǥ' => "g",
        'ħ' => "h",
        'ı' => "i",
        'ĸ' => "k",
        'ł' => "l",
        'ŋ' => "n",
        'ø' => "o",
        'œ' => "oe",
        'ẜ' | 'ẝ' => "s",
        'ŧ' => "t",
        'þ' => "th",
        // Search in Arabic and Persian treats these as equal: alef with and without a sign, and the
        // final forms of heh, yeh and kaf, which depend on the keyboard.
        'ٱ' => "ا",
        'ة' | 'ہ' | 'ھ' | 'ە' => "ه",
        'ى' | 'ی' | 'ے' => "ي",
        'ک' => "ك",
        _ => return None,
    })
}

/// Returns the ASCII form of a decimal digit. The digits of every script are ten consecutive
/// characters, and no digit precedes a zero.
fn ascii_digit(c: char) -> Option<char> {
    let is_digit = |code: u32| {
        char::from_u32(code).is_some_and(|c| get_general_category(c) == Category::DecimalNumber)
    };
    if !is_digit(u32::from(c)) {
        return None;
    }
    let n_before = (1..=u32::from(c)).take_while(|n| is_digit(u32::from(c) - n)).count();
    char::from_digit(u32::try_from(n_before % 10).unwrap(), 10)
}

/// Returns whether a character can be part of a word.
pub(super) fn is_letter_mark_or_number(c: char) -> bool {
    use Category as C;
    matches!(
        get_general_category(c),
        C::UppercaseLetter
            | C::LowercaseLetter
            | C::TitlecaseLetter
            | C::ModifierLetter
            | C::OtherLetter
            | C::NonspacingMark
            | C::SpacingMark
            | C::EnclosingMark
            | C::DecimalNumber
            | C::LetterNumber
            | C::OtherNumber
    )
}

/// Returns whether the table has a character that is not a letter, mark or number: invisible signs,
/// circled and full-width characters, and two common signs for companies.
pub(super) fn is_in_table(c: char) -> bool {
    is_dropped(c) || matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{ff01}'..='\u{ff5e}' | '㈱' | '㍿')
}

/// Returns whether a character is left out because it is not worth its bytes in the browser.
///
/// These are ideographs duplicated for old Korean encodings (0.9 kB); ligatures of two or three
/// Arabic letters (0.6 kB), which no keyboard types and which NFC or NFKC has nearly always
/// replaced; and characters above U+FFFF except mathematical letters and digits, which people use
/// as bold or italic.
pub(super) fn is_left_out(c: char) -> bool {
    let is_beyond = c >= '\u{10000}' && !('\u{1d400}'..='\u{1d7ff}').contains(&c);
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{fbea}'..='\u{fbfb}' | '\u{fc00}'..='\u{fdef}')
        || (is_beyond && !is_selector(c))
}
