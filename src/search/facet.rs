//! The attributes that readers can refine by.

/// An attribute of projects, or of the organizations they belong to, that readers can refine by.
///
/// Values of one facet are OR, facets are AND, an excluded value always leaves its projects out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The organization itself.
    Org,
    /// What the organization does.
    Industry,
    /// Where the organization is.
    Country,
    /// What the project is about.
    Domain,
    /// How the project came to be.
    Kind,
    /// How the project stands.
    Status,
    /// What the project took the place of.
    Replaces,
    /// The year from which the project is in use: a range of years.
    Since,
    /// Whether the project's source code is open.
    Oss,
    /// How well the project is supported.
    Confidence,
    /// How a claim about the project compares with the sources.
    Verdict,
    /// What was measured at the project.
    Metric,
}

impl Facet {
    /// Every facet, in the order of links and of everything that is sorted by facet.
    pub const ALL: [Self; 12] = [
        Self::Org,
        Self::Industry,
        Self::Country,
        Self::Domain,
        Self::Kind,
        Self::Status,
        Self::Replaces,
        Self::Since,
        Self::Oss,
        Self::Confidence,
        Self::Verdict,
        Self::Metric,
    ];

    /// What links and typed qualifiers call it. It never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Org => "org",
            Self::Industry => "industry",
            Self::Country => "country",
            Self::Domain => "domain",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Replaces => "replaces",
            Self::Since => "since",
            Self::Oss => "oss",
            Self::Confidence => "confidence",
            Self::Verdict => "verdict",
            Self::Metric => "metric",
        }
    }

    /// The facet of a key, whatever its case.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key().eq_ignore_ascii_case(key))
    }
}
