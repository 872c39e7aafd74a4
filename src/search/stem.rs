//! Stems of English words: which words are forms of one another.

/// The start that the forms of an English word share, and what it says about its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'w> {
    pub(super) root: &'w str,
    ending: Ending,
}

/// What follows the root of a word.
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

/// Endings with the fewest letters before them, longer ones first. Endings of other words are not
/// among them: a server is not what serves, nor a customer what is custom.
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

/// Those that end in a `y`, without it.
const ENDINGS_IN_Y: [(&str, usize); 5] =
    [("abilit", 3), ("ibilit", 3), ("it", 4), ("t", 4), ("l", 5)];

impl<'w> Stem<'w> {
    /// The stem of a folded word. `None` for what is too short for one or has other characters
    /// than English letters.
    pub(super) fn of(word: &'w str) -> Option<Self> {
        if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let singular = singular(word);
        if let Some(root) = cut_y(word) {
            return Some(Self::in_y(root));
        }
        let Some((root, ending)) = cut_first(singular, &ENDINGS) else {
            let ending =
                if singular.len() + 1 < word.len() { Ending::Derived } else { Ending::Nothing };
            return Some(Self { root: singular, ending });
        };
        if ending == "e" {
            return Some(Self { root, ending: Ending::E });
        }
        if let Some(root) = cut_y(root) {
            return Some(Self::in_y(root));
        }
        let root = cut(undoubled(root), "e", 3).unwrap_or(undoubled(root));
        Some(Self { root, ending: Ending::Derived })
    }

    /// The stem of a word that ends in a `y` after this.
    fn in_y(word: &'w str) -> Self {
        match cut_first(word, &ENDINGS_IN_Y) {
            Some((root, _)) => {
                Self { root: cut(root, "e", 3).unwrap_or(root), ending: Ending::Derived }
            }
            None => Self { root: word, ending: Ending::Y },
        }
    }

    /// Whether two words are forms of one.
    pub(super) fn is_of_form(self, other: Stem<'_>) -> bool {
        let can_be = |a: Ending, b: Ending| a == b || (a == Ending::Derived && b != Ending::Y);
        self.root == other.root
            && (can_be(self.ending, other.ending) || can_be(other.ending, self.ending))
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

/// The word without the `s` of a plural or a verb, or the `es` after a sound that needs one.
fn singular(word: &str) -> &str {
    let needs_e = |root: &&str| root.ends_with(['s', 'x', 'z', 'h']);
    let is_singular = |root: &str| root.ends_with(['s', 'u']) || root.ends_with("si");
    match cut(word, "s", 3) {
        Some(root) if is_singular(root) => word,
        Some(root) => cut(word, "es", 3).filter(needs_e).unwrap_or(root),
        None => word,
    }
}

/// What is before a `y` after a consonant, or before what becomes of it.
fn cut_y(word: &str) -> Option<&str> {
    let is_consonant = |root: &&str| !root.ends_with(['a', 'e', 'i', 'o', 'u']);
    let root = ["ies", "ied", "y"].into_iter().find_map(|ending| cut(word, ending, 2));
    root.filter(is_consonant)
}

/// Without the second of two equal consonants that an ending makes: `planned`, but not `called`.
fn undoubled(root: &str) -> &str {
    match root.as_bytes() {
        [_, .., a, b] if a == b && !b"lsz".contains(b) => &root[..root.len() - 1],
        _ => root,
    }
}
