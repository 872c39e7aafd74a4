//! Stemming of English words.

/// Root that the forms of an English word share, and the kind of its ending.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'w> {
    /// Letters that all forms start with.
    pub(super) root: &'w str,
    ending: Ending,
}

/// Kind of the letters after the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// No ending: `plan`, `plans`.
    Nothing,
    /// An `e`: `plane`, `planes`.
    E,
    /// A `y` after a consonant: `party`, `parties`.
    Y,
    /// An ending that may have replaced an `e`: `planned`.
    Derived,
}

/// Endings with the minimum number of letters before them, longer ones first. Endings that form a
/// different word, such as `er`, are left out: a `server` does not match `serves`, nor a `customer`
/// `custom`.
const ENDINGS: [(&str, usize); 14] = [
    ("ating", 4),
    ("ation", 4),
    ("ated", 4),
    ("able", 4),
    ("ible", 4),
    ("ance", 5),
    ("ment", 6),
    ("ness", 4),
    ("ate", 4),
    ("ing", 3),
    ("ion", 5),
    ("ive", 5),
    ("ed", 3),
    ("e", 3),
];

/// Endings in `y`, stored without it, with the minimum number of letters before them.
const ENDINGS_IN_Y: [(&str, usize); 5] =
    [("abilit", 3), ("ibilit", 3), ("it", 4), ("t", 4), ("l", 5)];

/// Forms of a final `y`, with the minimum number of letters before them.
const Y: [(&str, usize); 3] = [("ies", 2), ("ied", 2), ("y", 2)];

impl<'w> Stem<'w> {
    /// Returns the stem of a folded word. `None` if it has fewer than three letters, or characters
    /// other than English letters.
    pub(super) fn of(word: &'w str) -> Option<Self> {
        let letters = word.as_bytes();
        if letters.len() < 3 || !letters.iter().all(u8::is_ascii_lowercase) {
            return None;
        }
        let (root, ending) = split(letters);
        Some(Self { root: word.get(..root.len())?, ending })
    }

    /// Returns whether another word is a form of the same word.
    pub(super) fn is_of(self, word: &str) -> bool {
        let can_be = |a: Ending, b: Ending| a == b || (a == Ending::Derived && b != Ending::Y);
        let is_same = |other: Stem<'_>| {
            self.root == other.root
                && (can_be(self.ending, other.ending) || can_be(other.ending, self.ending))
        };
        word.starts_with(self.root) && Stem::of(word).is_some_and(is_same)
    }
}

/// Splits a word into its root and the kind of its ending.
fn split(word: &[u8]) -> (&[u8], Ending) {
    if let Some(root) = before_y(word) {
        return split_y(root);
    }
    let singular = singular(word);
    match before(singular, &ENDINGS) {
        None if word.len() > singular.len() + 1 => (singular, Ending::Derived),
        None => (singular, Ending::Nothing),
        // The `e` is the only ending of a single letter.
        Some(root) if root.len() + 1 == singular.len() => (root, Ending::E),
        Some(root) => split_derived(root),
    }
}

/// Splits a word whose final `y` was removed.
fn split_y(word: &[u8]) -> (&[u8], Ending) {
    match before(word, &ENDINGS_IN_Y) {
        Some(root) => (without_e(root), Ending::Derived),
        None => (word, Ending::Y),
    }
}

/// Splits a word whose ending was removed.
fn split_derived(word: &[u8]) -> (&[u8], Ending) {
    match before_y(word) {
        Some(root) => split_y(root),
        None => (without_e(undoubled(word)), Ending::Derived),
    }
}

/// Returns the part of a word before the first ending that matches.
fn before<'w>(word: &'w [u8], endings: &[(&str, usize)]) -> Option<&'w [u8]> {
    for (ending, n_before) in endings {
        match word.strip_suffix(ending.as_bytes()) {
            Some(root) if root.len() >= *n_before => return Some(root),
            _ => {}
        }
    }
    None
}

/// Returns the part before a `y` after a consonant, or before its forms `ies` and `ied`.
fn before_y(word: &[u8]) -> Option<&[u8]> {
    before(word, &Y).filter(|root| !ends_with_any(root, b"aeiou"))
}

fn without_e(word: &[u8]) -> &[u8] {
    before(word, &[("e", 3)]).unwrap_or(word)
}

/// Removes a plural or verb `s`, or `es` after a sound that requires an `e`. `news` is not a form
/// of `new`.
fn singular(word: &[u8]) -> &[u8] {
    match before(word, &[("s", 3)]) {
        Some(root) if ends_with_any(root, b"su") || root.ends_with(b"si") || root == b"new" => word,
        Some(root) => match before(root, &[("e", 3)]) {
            Some(before_e) if ends_with_any(before_e, b"sxzh") => before_e,
            _ => root,
        },
        None => word,
    }
}

/// Removes a consonant that an ending doubled: from `planned`, but not from `called`.
fn undoubled(root: &[u8]) -> &[u8] {
    match root {
        [single @ .., a, b] if single.len() > 1 && a == b && !b"lsz".contains(b) => {
            &root[..root.len() - 1]
        }
        _ => root,
    }
}

fn ends_with_any(word: &[u8], letters: &[u8]) -> bool {
    word.last().is_some_and(|last| letters.contains(last))
}
