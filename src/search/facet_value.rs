//! Values of facets and their built-in labels.

use super::Facet;

/// The position of a value in the list of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueIdx(pub u32);

/// A value that readers can refine by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// What links call it: an id of the dataset, a lower-case country code, a year, `yes`, `no` or
    /// `unknown`. Unique in its facet.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// One line that explains it.
    pub hint: Option<String>,
    /// How many projects of the whole dataset have it.
    pub n_projects: u32,
}

/// The words that values have which no dataset names. They are the interface's, so the engine is
/// given them.
#[derive(Clone, Copy, Debug)]
pub struct BuiltInLabels {
    /// What the unknown value of a facet is called.
    pub unknown: fn(Facet) -> &'static str,
    /// What projects with open source code are called.
    pub open_source: &'static str,
    /// What projects with closed source code are called.
    pub closed_source: &'static str,
}
