//! Facets: the attributes to filter by.

/// An attribute of projects or their organizations to filter by.
///
/// Included values of one facet are combined with OR, facets with AND. An excluded value always
/// removes its projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Organization.
    Org,
    /// Industry of the organization.
    Industry,
    /// Country of the organization.
    Country,
    /// Subject of the project.
    Domain,
    /// Kind of project.
    Kind,
    /// State of the project.
    Status,
    /// Language or product that the project replaced.
    Replaces,
    /// Year of the first use; filtered by a range of years.
    Since,
    /// Open or closed source code.
    Oss,
    /// Degree of confidence in the project.
    Confidence,
    /// Result of comparing the claim about the project with the sources.
    Verdict,
    /// Metric of an outcome of the project.
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

    /// Returns the key of the facet in links and in the search box. Keys never change.
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

    /// Returns the facet with a key, ignoring ASCII case.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key().eq_ignore_ascii_case(key))
    }
}
