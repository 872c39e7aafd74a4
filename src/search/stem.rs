//! Stems of English words, which tell the forms of one word from other words.

/// The start that the forms of an English word share, and what it says about its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'w> {
    /// The letters that all forms begin with.
    pub(super) root: &'w str,
    ending: Ending,
}

/// The letters after the root of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Nothing: `plan`, `plans`.
    Nothing,
    /// An `e`: `plane`, `planes`.
    E,
    /// A `y` after a consonant: `party`, `parties`.
    Y,
    /// An ending that leaves open whether an `e` was there: `planned`.
    Derived,
}

/// Endings with the fewest letters before them, longer ones first. Endings that make another word,
/// such as `er`, are left out: a `server` is not what `serves`, nor a `customer` what is `custom`.
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

/// Endings in `y`, written without it, with the fewest letters before them.
const ENDINGS_IN_Y: [(&str, usize); 5] =
    [("abilit", 3), ("ibilit", 3), ("it", 4), ("t", 4), ("l", 5)];

impl<'w> Stem<'w> {
    /// The stem of a folded word. `None` for what is too short for one or has other characters
    /// than English letters.
    pub(super) fn of(word: &'w str) -> Option<Self> {
        if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        if let Some(root) = cut_y(word) {
            return Some(Self::in_y(root));
        }
        let singular = singular(word);
        let has_lost_es = singular.len() + 1 < word.len();
        let (root, ending) = match cut_first(singular, &ENDINGS) {
            None if has_lost_es => (singular, Ending::Derived),
            None => (singular, Ending::Nothing),
            Some((root, "e")) => (root, Ending::E),
            Some((root, _)) => return Some(Self::derived(root)),
        };
        Some(Self { root, ending })
    }

    /// The stem of a word of which this is all but an ending.
    fn derived(word: &'w str) -> Self {
        if let Some(root) = cut_y(word) {
            return Self::in_y(root);
        }
        let root = undoubled(word);
        Self { root: cut(root, "e", 3).unwrap_or(root), ending: Ending::Derived }
    }

    /// The stem of a word of which this is all but the final `y`.
    fn in_y(word: &'w str) -> Self {
        match cut_first(word, &ENDINGS_IN_Y) {
            Some((root, _)) => {
                Self { root: cut(root, "e", 3).unwrap_or(root), ending: Ending::Derived }
            }
            None => Self { root: word, ending: Ending::Y },
        }
    }

    /// Whether another word is a form of this one.
    pub(super) fn is_of(self, word: &str) -> bool {
        let can_be = |a: Ending, b: Ending| a == b || (a == Ending::Derived && b != Ending::Y);
        let is_same = |other: Stem<'_>| {
            self.root == other.root
                && (can_be(self.ending, other.ending) || can_be(other.ending, self.ending))
        };
        word.starts_with(self.root) && Stem::of(word).is_some_and(is_same)
    }
}

fn cut<'w>(word: &'w str, ending: &str, n_before: usize) -> Option<&'w str> {
    word.strip_suffix(ending).filter(|root| n_before <= root.len())
}

fn cut_first<'w>(
    word: &'w str,
    endings: &[(&'static str, usize)],
) -> Option<(&'w str, &'static str)> {
    endings.iter().find_map(|(ending, n_before)| Some((cut(word, ending, *n_before)?, *ending)))
}

/// Removes the `s` of a plural or a verb, or the `es` after a sound that needs an `e`.
fn singular(word: &str) -> &str {
    let needs_e = |root: &&str| root.ends_with(['s', 'x', 'z', 'h']);
    // The news are not what is new.
    let is_singular =
        |root: &str| root.ends_with(['s', 'u']) || root.ends_with("si") || root == "new";
    match cut(word, "s", 3) {
        Some(root) if is_singular(root) => word,
        Some(root) => cut(word, "es", 3).filter(needs_e).unwrap_or(root),
        None => word,
    }
}

/// The part before a `y` after a consonant, or before its `ies` or `ied`.
fn cut_y(word: &str) -> Option<&str> {
    let is_consonant = |root: &&str| !root.ends_with(['a', 'e', 'i', 'o', 'u']);
    let root = ["ies", "ied", "y"].into_iter().find_map(|ending| cut(word, ending, 2));
    root.filter(is_consonant)
}

/// Removes the consonant that an ending doubles: of `planned`, but not of `called`.
fn undoubled(root: &str) -> &str {
    match root.as_bytes() {
        [_, .., a, b] if a == b && !b"lsz".contains(b) => {
            root.get(..root.len() - 1).unwrap_or(root)
        }
        _ => root,
    }
}
