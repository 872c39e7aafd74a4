//! Projects and their parts.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Amount, AnyText, Field, ForCurators, Slug, SourceIndex, TermId, Text, Year};
use crate::dataset::{CheckMethod, Date, Direction, Unit, Url, VocabularyKind};

type DomainId = TermId<{ VocabularyKind::Domain as usize }>;
type KindId = TermId<{ VocabularyKind::Kind as usize }>;
type ReplacedId = TermId<{ VocabularyKind::Replaces as usize }>;
type StatusId = TermId<{ VocabularyKind::Status as usize }>;
type MetricId = TermId<{ VocabularyKind::Metric as usize }>;
type SourceKindId = TermId<{ VocabularyKind::SourceKind as usize }>;
type ConfidenceId = TermId<{ VocabularyKind::Confidence as usize }>;
type VerdictId = TermId<{ VocabularyKind::Verdict as usize }>;

/// A project in which an organization uses the technology. Do not delete a project that ended: set
/// its status and “until”, and add a source.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(extend(
        "if" = {"properties": {"confidence": {"const": crate::dataset::WITHOUT_SOURCES}}, "required": ["confidence"]},
        "else" = {"properties": {"sources": {"type": "array", "minItems": 1}}, "required": ["sources"]},
    ))
)]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Project<'t> {
    /// Id, unique in its organization. Never change it: add a redirect for a renamed record.
    pub id: Field<'t, Slug>,
    /// Name shown to readers.
    pub name: Field<'t, Text>,
    /// Other names that search finds it by.
    pub aliases: Option<Field<'t, Vec<AnyText>>>,
    /// “true” if the post names the project; leave it out otherwise.
    pub in_post: Option<ForCurators<bool>>,
    /// Description, in a sentence or two.
    pub summary: Option<Field<'t, Text>>,
    /// Subjects of the project. Leave the list empty if they are unknown.
    pub domains: Option<Field<'t, BTreeSet<DomainId>>>,
    /// Kind of project.
    pub kind: Option<Field<'t, KindId>>,
    /// Languages and products that it replaced. Leave the list empty if they are unknown.
    pub replaces: Option<Field<'t, BTreeSet<ReplacedId>>>,
    /// Current state.
    pub status: Option<Field<'t, StatusId>>,
    /// Year of the first use.
    pub since: Option<Field<'t, Year>>,
    /// Year in which it ended.
    pub until: Option<Field<'t, Year>>,
    /// “true” if its source code is open, “false” if it is closed.
    pub open_source: Option<Field<'t, bool>>,
    /// Address of its source code.
    pub repository: Option<Field<'t, Url>>,
    /// License of its source code, preferably an SPDX expression.
    pub license: Option<Field<'t, Text>>,
    /// Measured outcomes.
    pub outcomes: Option<Field<'t, Vec<Outcome<'t>>>>,
    /// Context, caveats and incidents.
    pub notes: Option<Field<'t, Vec<Note<'t>>>>,
    /// Sources of the record. Only an “unverified” project may have none.
    pub sources: Option<Field<'t, Vec<Source<'t>>>>,
    /// Sources of single fields. A field that is not listed relies on the sources as a whole.
    pub cites: Option<Field<'t, Cites<'t>>>,
    /// Degree of confidence.
    pub confidence: Field<'t, ConfidenceId>,
    /// Day on which the sources were last checked.
    pub verified: Option<Field<'t, Date>>,
    /// Claim of the post about this project, compared with the sources.
    pub claim: Option<Field<'t, Claim<'t>>>,
    /// Projects of other organizations that this one adopts, as “organization/project”.
    pub also: Option<Field<'t, Vec<AnyText>>>,
}

/// Positions in `sources`.
type Cited<'t> = Option<Field<'t, Vec<SourceIndex>>>;

/// Sources of single fields: positions in “sources”, counted from 0.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Cites<'t> {
    /// Sources of the description.
    pub summary: Cited<'t>,
    /// Sources of the subjects.
    pub domains: Cited<'t>,
    /// Sources of the kind.
    pub kind: Cited<'t>,
    /// Sources of the replaced languages and products.
    pub replaces: Cited<'t>,
    /// Sources of the state.
    pub status: Cited<'t>,
    /// Sources of the year of the first use.
    pub since: Cited<'t>,
    /// Sources of the year in which it ended.
    pub until: Cited<'t>,
    /// Sources of whether the source code is open.
    pub open_source: Cited<'t>,
    /// Sources of the address of the source code.
    pub repository: Cited<'t>,
    /// Sources of the license.
    pub license: Cited<'t>,
}

impl<'t> Cites<'t> {
    /// Returns the sources of each field, in the order of
    /// [`CITED_FIELDS`](crate::dataset::CITED_FIELDS).
    pub(in crate::dataset) fn by_field(&self) -> [&Cited<'t>; 10] {
        [
            &self.summary,
            &self.domains,
            &self.kind,
            &self.replaces,
            &self.status,
            &self.since,
            &self.until,
            &self.open_source,
            &self.repository,
            &self.license,
        ]
    }
}

/// A measured outcome of the project.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Outcome<'t> {
    /// Metric of the outcome.
    pub metric: Field<'t, MetricId>,
    /// Direction of the change from the baseline: “down”, “up”, or “none” if the value is a level.
    pub direction: Field<'t, Direction>,
    /// Value in the unit below. With a direction, it is the size of the change.
    pub value: Option<Field<'t, Amount>>,
    /// Unit of the value. With “other”, only the statement is shown.
    pub unit: Field<'t, Unit>,
    /// State that the value is compared with.
    pub baseline: Option<Field<'t, Text>>,
    /// Outcome as a sentence.
    pub statement: Field<'t, Text>,
    /// Position of its source in “sources”, counted from 0.
    pub source: Field<'t, SourceIndex>,
}

/// A note that adds context.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Note<'t> {
    /// Note as a sentence.
    pub statement: Field<'t, Text>,
    /// Position of its source in “sources”, counted from 0.
    pub source: Option<Field<'t, SourceIndex>>,
}

/// A source.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Source<'t> {
    /// Address on the web.
    pub url: Option<Field<'t, Url>>,
    /// Title of the source.
    pub title: Field<'t, Text>,
    /// Publisher of the source.
    pub publisher: Option<Field<'t, Text>>,
    /// Date of publication; for a repository, the date of the newest commit that was seen.
    pub date: Option<Field<'t, Date>>,
    /// Kind of source.
    pub kind: Option<Field<'t, SourceKindId>>,
    /// Statements that the source supports, in a few words.
    pub supports: Option<Field<'t, Text>>,
    /// Last check of the source.
    pub checked: Option<Field<'t, Checked<'t>>>,
}

/// A check of a source.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Checked<'t> {
    /// Day of the check.
    pub date: Field<'t, Date>,
    /// Way of the check. “original”: the page itself was read. “copy”: an excerpt, a translation or
    /// a mirror was read. “listed”: only the link and the title were seen. “not-checked”: the
    /// source was not checked.
    pub how: Field<'t, CheckMethod>,
}

/// A claim of the post, compared with the sources.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Claim<'t> {
    /// Claim as the post words it.
    pub text: Field<'t, Text>,
    /// Result of the comparison.
    pub verdict: Field<'t, VerdictId>,
    /// Summary of what the sources say.
    pub note: Option<Field<'t, Text>>,
}
