//! What facets, their own values and the orders are called.

use crate::search::{BuiltInLabels, Facet, SortBy};

/// The names that the engine needs for values which no dataset names.
pub const NAMES: BuiltInLabels = BuiltInLabels {
    unknown: unknown_label,
    open_source: "Open source",
    closed_source: "Closed source",
};

/// The heading of a facet.
pub fn facet_title(facet: Facet) -> &'static str {
    match facet {
        Facet::Org => "Organization",
        Facet::Industry => "Industry",
        Facet::Country => "Country",
        Facet::Domain => "Domain",
        Facet::Kind => "Kind",
        Facet::Status => "Status",
        Facet::Replaces => "Replaced",
        Facet::Since => "In use since",
        Facet::Oss => "Source code",
        Facet::Confidence => "Evidence",
        Facet::Verdict => "Claim check",
        Facet::Metric => "Measured",
    }
}

/// What the unknown value of a facet is called below the facet's heading.
pub fn unknown_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Verdict => "No claim to check",
        Facet::Metric => "Nothing measured",
        Facet::Replaces => "Not stated",
        _ => "Unknown",
    }
}

/// The unknown value of a facet beside values of other facets: "status unknown". With a capital
/// letter where it is the first of them.
pub fn unknown_beside(facet: Facet, is_first: bool) -> String {
    let mut text = [facet_title(facet), " unknown"].concat();
    if !is_first {
        text.make_ascii_lowercase();
    }
    text
}

/// What an order is called after the words "sorted by".
pub fn sort_label(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Relevance => "best match",
        SortBy::Projects => "most projects",
        SortBy::Name => "name",
        SortBy::Newest => "newest adoption",
        SortBy::Oldest => "earliest adoption",
        SortBy::Outcome => "largest measured effect",
        SortBy::Updated => "last verified",
    }
}
