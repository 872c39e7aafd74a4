//! Vocabulary of a dataset: its terms and their labels.

/// A list of the vocabulary. Fields of records refer to its terms by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VocabularyKind {
    /// Subjects of projects.
    Domain,
    /// Languages and products that projects replaced.
    Replaces,
    /// Metrics of outcomes.
    Metric,
    /// Industries of organizations.
    Industry,
    /// Country names; the ids are country codes in lower case.
    Country,
    /// Kinds of projects, such as replacements and pilots.
    Kind,
    /// States of projects, such as "in production".
    Status,
    /// Kinds of sources.
    SourceKind,
    /// Results of comparing a claim with the sources.
    Verdict,
    /// Degrees of confidence in a project.
    Confidence,
}

impl VocabularyKind {
    /// Every list.
    pub const ALL: [Self; 10] = [
        Self::Domain,
        Self::Replaces,
        Self::Metric,
        Self::Industry,
        Self::Country,
        Self::Kind,
        Self::Status,
        Self::SourceKind,
        Self::Verdict,
        Self::Confidence,
    ];

    /// Returns the key of the list in the file's `vocabulary`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::Replaces => "replaces",
            Self::Metric => "metric",
            Self::Industry => "industry",
            Self::Country => "country",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::SourceKind => "source_kind",
            Self::Verdict => "verdict",
            Self::Confidence => "confidence",
        }
    }
}

/// Position of a term in its list, which is also its display order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermIdx(pub u16);

/// A term of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Slug, unique in its list.
    pub id: String,
    /// Text shown to readers.
    pub label: String,
    /// One line that explains the term.
    pub hint: Option<String>,
    /// Quantity that a figure counts, such as "safety bugs"; for metrics only.
    pub quantity: Option<String>,
}

/// Vocabulary of a dataset: its lists of terms, each in display order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    pub(super) lists: [Vec<Term>; VocabularyKind::ALL.len()],
}

impl Vocabulary {
    /// Returns the terms of a list in display order; the slice is empty if the file has none.
    pub fn terms(&self, kind: VocabularyKind) -> &[Term] {
        &self.lists[kind as usize]
    }

    /// Returns the term at a position.
    ///
    /// # Panics
    ///
    /// Panics if `idx` is not from this dataset.
    pub fn term(&self, kind: VocabularyKind, idx: TermIdx) -> &Term {
        &self.lists[kind as usize][usize::from(idx.0)]
    }

    /// Returns the label of the term at a position.
    ///
    /// # Panics
    ///
    /// Panics if `idx` is not from this dataset.
    pub fn label(&self, kind: VocabularyKind, idx: TermIdx) -> &str {
        &self.term(kind, idx).label
    }

    /// Returns the position of the term with an id. Takes time linear in the length of the list.
    pub fn find(&self, kind: VocabularyKind, id: &str) -> Option<TermIdx> {
        let at = self.terms(kind).iter().position(|term| term.id == id)?;
        u16::try_from(at).ok().map(TermIdx)
    }
}
