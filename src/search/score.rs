//! How much a match is worth, and when a word may be misspelled.

/// Where a text stands, best first. The discriminant is part of a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IndexedField {
    /// What it is called.
    Name,
    /// What else it is called, and the ids of what it is about and replaces: `cpp`.
    Alias,
    /// What it is about, what it replaces, what its organization does.
    Label,
    /// The sentence that describes it.
    Summary,
}

impl IndexedField {
    /// Every field, best first.
    pub(super) const ALL: [Self; 4] = [Self::Name, Self::Alias, Self::Label, Self::Summary];

    /// One field is worth more than the next, however close the match: a name that starts with
    /// what is typed is what is looked for more often than a sentence that contains it as a word.
    /// The step has to be greater than what [`points`] adds for [`MatchKind::Exact`].
    fn points(self) -> u8 {
        match self {
            Self::Name => 80,
            Self::Alias => 60,
            Self::Label => 40,
            Self::Summary => 20,
        }
    }
}

/// How close a token is to the word that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatchKind {
    /// It is the word.
    Exact,
    /// It begins with the word.
    Prefix,
    /// Another form of the word: `safe` for `safety`.
    OtherForm,
    /// It is a few edits away.
    Typo,
}

/// What one word is worth at its best place in a project; never 0, which stands for no match.
///
/// Within one field the order of closeness decides, the distances do not; they only show where
/// several words add up: two exact words and a prefix are more than three prefixes. Other forms of
/// a word come after everything that is found as it was typed, in whatever field, so that `canvas`
/// is never first of all something named Canva.
pub(super) fn points(field: IndexedField, match_kind: MatchKind) -> u8 {
    match match_kind {
        MatchKind::Exact => field.points() + 15,
        MatchKind::Prefix => field.points() + 10,
        MatchKind::OtherForm => 20 + field.points() / 10,
        MatchKind::Typo => field.points(),
    }
}

/// How many edits a word of so many letters may be away from a token.
///
/// Shorter words match too much: one edit turns `java` into few other words, but `lua`, `go` or
/// `c++` into nearly every word of their length. Digits are no letters, as `2018` is not a
/// misspelled `2019`. In eight letters two slips are common and still leave most of the word.
pub(super) fn max_edits(n_letters: usize) -> usize {
    match n_letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many corrections of a word are shown: as many as fit in a line of a phone.
pub(super) const MAX_CORRECTIONS: usize = 3;
