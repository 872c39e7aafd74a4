//! The folded form of every character, written straight from the Unicode data.

use unicode_general_category::{GeneralCategory as Category, get_general_category};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Every character that is not ASCII, without the planes that are empty, private or only Han.
pub(super) fn every_char() -> impl Iterator<Item = char> {
    ('\u{80}'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}')
}

/// The folded form of a character: its compatibility decomposition without the marks that readers
/// leave out, its letters small and plain, its digits those of ASCII.
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

/// Marks and signs that readers leave out: they are seen above, below or inside of a letter that
/// stays the same, or not at all. Others, as the vowels and tones of the scripts of India, are as
/// much of a word as its letters.
fn is_dropped(c: char) -> bool {
    match get_general_category(c) {
        Category::NonspacingMark => {
            // By class: 1 overlays, 7 dots of Indian letters, 10 to 36 points of Hebrew, Arabic
            // and Syriac, from 200 on accents. 0 has the selectors of variants, which are not
            // seen.
            let class = canonical_combining_class(c);
            matches!(class, 1 | 7 | 10..=36 | 200..) || is_selector(c)
        }
        Category::EnclosingMark => true,
        // The signs of Arabic that enclose a number are seen.
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

/// Letters that readers take for others although Unicode does not decompose them.
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
        // Search in Arabic and Persian takes these as one: alef with and without a sign, final
        // forms of heh, yeh and kaf by the keyboard at hand.
        'ٱ' => "ا",
        'ة' | 'ہ' | 'ھ' | 'ە' => "ه",
        'ى' | 'ی' | 'ے' => "ي",
        'ک' => "ك",
        _ => return None,
    })
}

/// The digits of every script are ten characters in order, and none is before a zero.
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

/// Whether a character can be a part of a word.
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

/// Characters of the table that are no letters, marks or numbers: signs that are not seen, letters in
/// circles and in full width with the signs among them, and two common signs for companies.
pub(super) fn is_in_table(c: char) -> bool {
    is_dropped(c) || matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{ff01}'..='\u{ff5e}' | '㈱' | '㍿')
}

/// Characters that are not worth their bytes in the browser: ideographs that are there a second time for old
/// encodings of Korean (0.9 kB), pictures of two or three Arabic letters (0.6 kB), which no
/// keyboard types and which NFC or NFKC has replaced nearly everywhere, and beyond the first
/// 65 536 characters all but the letters and digits of mathematics, which are used as bold or
/// italic ones.
pub(super) fn is_left_out(c: char) -> bool {
    let is_beyond = '\u{10000}' <= c && !('\u{1d400}'..='\u{1d7ff}').contains(&c);
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{fbea}'..='\u{fbfb}' | '\u{fc00}'..='\u{fdef}')
        || (is_beyond && !is_selector(c))
}
