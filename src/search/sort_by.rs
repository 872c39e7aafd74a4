//! Orders of results.

/// Order of results. Ties are broken by id, so an order is the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// Best text matches first. Default for queries with text.
    Relevance,
    /// Organizations with the most matching projects first; within an organization, projects with a
    /// headline figure first, then the newest. Default for queries without text.
    Projects,
    /// By name.
    Name,
    /// Latest year first, unknown years last.
    Newest,
    /// Earliest year first, unknown years last.
    Oldest,
    /// Largest effect on one metric first.
    Outcome,
    /// Last verified first.
    Updated,
}

impl SortBy {
    /// Every order, in display order.
    pub const ALL: [Self; 7] = [
        Self::Relevance,
        Self::Projects,
        Self::Outcome,
        Self::Newest,
        Self::Oldest,
        Self::Name,
        Self::Updated,
    ];

    /// Returns the key of the order in links. Keys never change.
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

    /// Returns the order with a key, ignoring ASCII case.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key().eq_ignore_ascii_case(key))
    }
}
