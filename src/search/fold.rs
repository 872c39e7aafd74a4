//! Folding: texts that read the same become the same text.

use super::fold_table::fold_by_table;

/// The first syllable of Hangul; the others follow in the order of their letters.
const HANGUL_FIRST: u32 = 0xac00;
/// Number of syllables of Hangul.
const N_HANGUL: u32 = 11172;
/// The first leading consonant, vowel and trailing consonant; the last stands for none.
const JAMO: [u32; 3] = [0x1100, 0x1161, 0x11a7];
const N_VOWELS: u32 = 21;
const N_TRAILING: u32 = 28;

/// Folds a text to what reads the same: compatibility forms as their letters (`ﬁ` as `fi`, `Ⅻ` as
/// `xii`, half and full width), lower case, without accents, points and other marks that readers
/// leave out, `ß` as `ss`, digits of any script as ASCII. Folding a folded text changes nothing,
/// and all normalization forms of a text fold to the same.
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

/// Whether a folded text has another one in it. Made for labels: the search of the standard library,
/// which is also fast in long texts, is four kilobytes of what a browser has to load.
pub fn contains(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// Visits the characters that one character folds to: none for a mark that readers leave out.
pub(super) fn fold_char(c: char, visit: &mut dyn FnMut(char)) {
    if c.is_ascii() {
        return visit(c.to_ascii_lowercase());
    }
    match u32::from(c).checked_sub(HANGUL_FIRST) {
        Some(syllable) if syllable < N_HANGUL => fold_hangul(syllable, visit),
        _ => fold_by_table(c, visit),
    }
}

/// A syllable of Hangul folds to its letters, as which it can be written too. That also lets a
/// syllable be found while it is being typed.
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
