//! Lists of the vocabulary.

use serde::Deserialize;

use super::{Field, ForCurators, Slug, Text};

/// Terms that records refer to, with their labels. A missing list has no terms.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Vocabulary<'t> {
    /// Subjects of projects.
    pub domain: Option<Field<'t, Vec<Term<'t>>>>,
    /// Industries of organizations.
    pub industry: Option<Field<'t, Vec<Term<'t>>>>,
    /// Names of countries; the ids are country codes in lower case. A country without a term is
    /// shown by its code.
    pub country: Option<Field<'t, Vec<Term<'t>>>>,
    /// Kinds of projects.
    pub kind: Option<Field<'t, Vec<Term<'t>>>>,
    /// States of projects. “discontinued” and “handed-over” mark a project that ended.
    pub status: Option<Field<'t, Vec<Term<'t>>>>,
    /// Languages and products that projects replaced.
    pub replaces: Option<Field<'t, Vec<ReplacedTerm<'t>>>>,
    /// Metrics of outcomes.
    pub metric: Option<Field<'t, Vec<MetricTerm<'t>>>>,
    /// Kinds of sources. “first-party” and “repository” mark sources of the organization itself.
    pub source_kind: Option<Field<'t, Vec<Term<'t>>>>,
    /// Results of comparing a claim with the sources.
    pub verdict: Option<Field<'t, Vec<Term<'t>>>>,
    /// Degrees of confidence in a project: “confirmed”, “reported” or “unverified”.
    pub confidence: Option<Field<'t, Vec<Term<'t>>>>,
}

/// A term.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Term<'t> {
    /// Id, unique in its list. Never change it.
    pub id: Field<'t, Slug>,
    /// Text shown to readers.
    pub label: Field<'t, Text>,
    /// One line that explains the term.
    pub hint: Option<Field<'t, Text>>,
}

/// A language or product that was replaced.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct ReplacedTerm<'t> {
    /// Id, unique in its list. Never change it.
    pub id: Field<'t, Slug>,
    /// Text shown to readers.
    pub label: Field<'t, Text>,
    /// “language” or “product”.
    #[serde(rename = "type")]
    pub sort: Option<ForCurators<ReplacedSort>>,
    /// One line that explains the term.
    pub hint: Option<Field<'t, Text>>,
}

/// Keywords for the type of a replaced term.
#[derive(Debug)]
pub enum ReplacedSort {}

/// A metric.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct MetricTerm<'t> {
    /// Id, unique in its list. Never change it.
    pub id: Field<'t, Slug>,
    /// Text shown to readers.
    pub label: Field<'t, Text>,
    /// One line that explains the term.
    pub hint: Option<Field<'t, Text>>,
    /// Quantity that a figure counts, such as “safety bugs”. Without it, outcomes are shown by
    /// their statements only.
    pub quantity: Option<Field<'t, Text>>,
}
