//! What the coded values of a dataset are called.

/// One of the lists of coded values that a dataset brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VocabularyKind {
    /// What a project is about.
    Domain,
    /// What a project took the place of: a language or a product.
    Replaces,
    /// What a measured outcome counts.
    Metric,
    /// What an organization does.
    Industry,
    /// What countries are called; the ids are their codes in lower case.
    Country,
    /// How a project came to be.
    Kind,
    /// How a project stands today.
    Status,
    /// What sort of publication a source is.
    SourceKind,
    /// How a claim compares with the sources.
    Verdict,
    /// How well a project is supported.
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

    /// The key of the list in the file's `vocabulary`.
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

/// The position of a term in its list, which is also its rank in display order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermIdx(pub u16);

/// A coded value and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Lower-case ASCII slug, unique in its list.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// One line that explains the term.
    pub hint: Option<String>,
    /// For a metric: what a figure of it counts, such as "safety bugs".
    pub quantity: Option<String>,
}

/// The lists of terms of a dataset, each in display order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    pub(super) lists: [Vec<Term>; VocabularyKind::ALL.len()],
}

impl Vocabulary {
    /// The terms of one list, in display order. Empty where the file has none.
    pub fn terms(&self, kind: VocabularyKind) -> &[Term] {
        &self.lists[kind as usize]
    }

    /// The term at a position. Positions that were read from this dataset are always there.
    pub fn term(&self, kind: VocabularyKind, idx: TermIdx) -> &Term {
        &self.lists[kind as usize][usize::from(idx.0)]
    }

    /// What readers see for a position of a list.
    pub fn label(&self, kind: VocabularyKind, idx: TermIdx) -> &str {
        &self.term(kind, idx).label
    }

    /// The position of an id in its list.
    pub fn find(&self, kind: VocabularyKind, id: &str) -> Option<TermIdx> {
        let at = self.terms(kind).iter().position(|term| term.id == id)?;
        u16::try_from(at).ok().map(TermIdx)
    }
}
