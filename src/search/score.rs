//! Scores of matches, and the tolerance for typos.

/// A field of the text index, best first. Postings contain the discriminant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IndexedField {
    /// Name.
    Name,
    /// Other names, and the ids of domains and replaced things, such as `cpp`.
    Alias,
    /// Labels of domains, replaced things and the industry.
    Label,
    /// Description.
    Summary,
}

impl IndexedField {
    /// Every field, best first.
    pub(super) const ALL: [Self; 4] = [Self::Name, Self::Alias, Self::Label, Self::Summary];

    /// Returns the points of a field.
    ///
    /// A better field beats any match in a worse one: a name that starts with the input is more
    /// likely meant than a sentence that contains it as a word. So the step between fields must
    /// exceed what [`points`] adds for [`MatchKind::Exact`].
    fn points(self) -> u8 {
        match self {
            Self::Name => 80,
            Self::Alias => 60,
            Self::Label => 40,
            Self::Summary => 20,
        }
    }
}

/// Similarity of a token and a query word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatchKind {
    /// The token equals the word.
    Exact,
    /// The token starts with the word.
    Prefix,
    /// The token is another form of the word: `safe` for `safety`.
    OtherForm,
    /// The token is a few edits away from the word.
    Typo,
}

/// Returns the points of a match; never 0, which stands for no match.
///
/// Within a field, a closer match has more points. The distances matter only for the sum over
/// several words: two exact words and a prefix beat three prefixes. Other forms rank below every
/// literal match in any field, so that `canvas` never puts something named Canva first.
pub(super) fn points(field: IndexedField, match_kind: MatchKind) -> u8 {
    match match_kind {
        MatchKind::Exact => field.points() + 15,
        MatchKind::Prefix => field.points() + 10,
        MatchKind::OtherForm => 20 + field.points() / 10,
        MatchKind::Typo => field.points(),
    }
}

/// Returns the maximum number of edits between a word and a token, by the word's letters.
///
/// Shorter words would match too much: few words are one edit away from `java`, but nearly every
/// word of the same length is from `lua`, `go` or `c++`. Digits do not count, because `2018` is not
/// a misspelled `2019`. In eight letters two typos are common and still leave most of the word.
pub(super) fn max_edits(n_letters: usize) -> usize {
    match n_letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Maximum number of corrections shown for a word; they fit into one line on a phone.
pub(super) const MAX_CORRECTIONS: usize = 3;
