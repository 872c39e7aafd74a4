//! Orders of results.

/// The order of results. Ties are broken by id, so that an order is the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The best matches of the text first. The default with text.
    Relevance,
    /// Organizations with the most matching projects first, inside them those with a headline
    /// figure, then the newest. The default without text.
    Projects,
    /// By name.
    Name,
    /// The most recently adopted first, unknown years last.
    Newest,
    /// The earliest adopted first, unknown years last.
    Oldest,
    /// The largest effect first, within one metric.
    Outcome,
    /// The most recently verified first.
    Updated,
}

impl SortBy {
    /// Every order, as they are offered.
    pub const ALL: [Self; 7] = [
        Self::Relevance,
        Self::Projects,
        Self::Outcome,
        Self::Newest,
        Self::Oldest,
        Self::Name,
        Self::Updated,
    ];

    /// What links call it. It never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Projects => "projects",
            Self::Name => "name",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Outcome => "outcome",
            Self::Updated => "updated",
        }
    }

    /// The order of a key, whatever its case.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key().eq_ignore_ascii_case(key))
    }
}
