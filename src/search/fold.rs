//! Folding: texts that read the same become equal.

use super::fold_table::fold_by_table;

/// First Hangul syllable. The others follow in the order of their letters.
const HANGUL_FIRST: u32 = 0xac00;
/// Number of Hangul syllables.
const N_HANGUL: u32 = 11172;
/// First leading consonant, first vowel, and the code point before the first trailing consonant.
const JAMO: [u32; 3] = [0x1100, 0x1161, 0x11a7];
const N_VOWELS: u32 = 21;
const N_TRAILING: u32 = 28;

/// Folds a text so that texts that read the same become equal.
///
/// Folding lowercases and removes accents, vowel points and other marks that readers leave out. It
/// replaces compatibility forms (`ﬁ` by `fi`, `Ⅻ` by `xii`, full width by normal width), `ß` by
/// `ss`, and digits of any script by ASCII digits. Folding is idempotent, and all Unicode
/// normalization forms of a text fold to the same result.
///
/// ```
/// use rustscape::search::fold;
///
/// assert_eq!(fold("Ångström"), "angstrom");
/// assert_eq!(fold("ﬁle Ⅻ"), fold("FILE XII"));
/// assert_eq!(fold("مُحَمَّد"), fold("محمد"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |c| folded.push(c));
    }
    folded
}

/// Returns whether a text contains another one. Fold both first to ignore case and accents.
///
/// The search is naive and meant for labels. `str::contains` is faster in long texts, but adds four
/// kilobytes to the download.
///
/// ```
/// use rustscape::search::{contains, fold};
///
/// assert!(contains(&fold("Zürcher Lastenvelo"), &fold("zurch")));
/// ```
pub fn contains(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// Calls `visit` with each character that one character folds to: none for a mark that readers
/// leave out.
pub(super) fn fold_char(c: char, visit: &mut dyn FnMut(char)) {
    if c.is_ascii() {
        return visit(c.to_ascii_lowercase());
    }
    match u32::from(c).checked_sub(HANGUL_FIRST) {
        Some(syllable) if syllable < N_HANGUL => fold_hangul(syllable, visit),
        _ => fold_by_table(c, visit),
    }
}

/// Folds a Hangul syllable to its letters. The same syllable can be written as letters, and a
/// half-typed syllable is then a prefix of the whole one.
fn fold_hangul(syllable: u32, visit: &mut dyn FnMut(char)) {
    let trailing = syllable % N_TRAILING;
    let vowel = syllable / N_TRAILING % N_VOWELS;
    let leading = syllable / N_TRAILING / N_VOWELS;
    for (at, jamo) in [leading, vowel, trailing].into_iter().enumerate() {
        let is_none = at == 2 && jamo == 0;
        if let Some(c) = char::from_u32(JAMO[at] + jamo).filter(|_| !is_none) {
            visit(c);
        }
    }
}
