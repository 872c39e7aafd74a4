//! Values of facets and their built-in labels.

use super::Facet;

/// Position of a value in the list of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueIdx(pub u32);

/// A value to filter by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Id in links: an id of the dataset, a lower-case country code, a year, `yes`, `no` or
    /// `unknown`. Unique in its facet.
    pub id: String,
    /// Label shown to readers.
    pub label: String,
    /// One line that explains the value.
    pub hint: Option<String>,
    /// Number of projects with this value in the whole dataset.
    pub n_projects: u32,
}

/// Labels of built-in values, which have no label in the dataset.
///
/// They are texts of the interface, so callers pass them in.
#[derive(Clone, Copy, Debug)]
pub struct BuiltInLabels {
    /// Label of the unknown value of a facet.
    pub unknown: fn(Facet) -> &'static str,
    /// Label for projects with open source code.
    pub open_source: &'static str,
    /// Label for projects with closed source code.
    pub closed_source: &'static str,
}
