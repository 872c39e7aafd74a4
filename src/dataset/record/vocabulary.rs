//! The lists of coded values.

use serde::Deserialize;

use super::{Field, ForCurators, Slug, Text};

/// The labels of coded values. A list that is missing has no terms.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Vocabulary<'t> {
    /// Subjects of projects.
    pub domain: Option<Field<'t, Vec<Term<'t>>>>,
    /// Lines of business of organizations.
    pub industry: Option<Field<'t, Vec<Term<'t>>>>,
    /// Names of countries, by their codes in lower case. One that is not here is shown by its code.
    pub country: Option<Field<'t, Vec<Term<'t>>>>,
    /// Ways in which projects came to be.
    pub kind: Option<Field<'t, Vec<Term<'t>>>>,
    /// States of projects. “discontinued” and “handed-over” are those that ended.
    pub status: Option<Field<'t, Vec<Term<'t>>>>,
    /// Languages and products that projects took the place of.
    pub replaces: Option<Field<'t, Vec<ReplacedTerm<'t>>>>,
    /// Measures of outcomes.
    pub metric: Option<Field<'t, Vec<MetricTerm<'t>>>>,
    /// Sorts of publications. “first-party” and “repository” are those of the organization itself.
    pub source_kind: Option<Field<'t, Vec<Term<'t>>>>,
    /// Results of comparing a claim with the sources.
    pub verdict: Option<Field<'t, Vec<Term<'t>>>>,
    /// Degrees of support of a project: “confirmed”, “reported” or “unverified”.
    pub confidence: Option<Field<'t, Vec<Term<'t>>>>,
}

/// A coded value.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Term<'t> {
    /// The id, unique in its list; it never changes.
    pub id: Field<'t, Slug>,
    /// The text that readers see.
    pub label: Field<'t, Text>,
    /// One line that explains it.
    pub hint: Option<Field<'t, Text>>,
}

/// A language or a product that something was replaced in or from.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct ReplacedTerm<'t> {
    /// The id, unique in its list; it never changes.
    pub id: Field<'t, Slug>,
    /// The text that readers see.
    pub label: Field<'t, Text>,
    /// Whether it is a language or a product.
    #[serde(rename = "type")]
    pub sort: Option<ForCurators<ReplacedSort>>,
    /// One line that explains it.
    pub hint: Option<Field<'t, Text>>,
}

/// The sorts of things that are replaced.
#[derive(Debug)]
pub enum ReplacedSort {}

/// Something that can be measured.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct MetricTerm<'t> {
    /// The id, unique in its list; it never changes.
    pub id: Field<'t, Slug>,
    /// The text that readers see.
    pub label: Field<'t, Text>,
    /// One line that explains it.
    pub hint: Option<Field<'t, Text>>,
    /// The things that a figure of it counts, such as “safety bugs”. Without it, its outcomes are
    /// told by their statements only.
    pub quantity: Option<Field<'t, Text>>,
}
