//! Labels of facets, of their built-in values and of the orders.

use crate::search::{BuiltInLabels, Facet, SortBy};

/// Labels of the built-in facet values, for the [index](crate::search::Index).
pub const NAMES: BuiltInLabels = BuiltInLabels {
    unknown: unknown_label,
    open_source: "Open source",
    closed_source: "Closed source",
};

/// Returns the heading of a facet.
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

/// Returns the label of a facet's unknown value below the heading of the facet.
pub fn unknown_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Verdict => "No claim to check",
        Facet::Metric => "Nothing measured",
        Facet::Replaces => "Not stated",
        _ => "Unknown",
    }
}

/// Returns the label of a facet's unknown value in a line with values of other facets: "status unknown",
/// or "Status unknown" if `is_first` is `true`.
pub fn unknown_beside(facet: Facet, is_first: bool) -> String {
    let mut text = [facet_title(facet), " unknown"].concat();
    if !is_first {
        text.make_ascii_lowercase();
    }
    text
}

/// Returns the label of an order after the words "Sort by".
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
