//! Projects and what is in them.

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

/// A thing that an organization uses it for. Nothing is deleted because it ended: it gets a status,
/// “until” and a source.
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
    /// The id, unique in its organization; it never changes: a renamed record gets a redirect.
    pub id: Field<'t, Slug>,
    /// The name that readers see.
    pub name: Field<'t, Text>,
    /// Other names by which search finds it.
    pub aliases: Option<Field<'t, Vec<AnyText>>>,
    /// True where the post names it; otherwise absent.
    pub in_post: Option<ForCurators<bool>>,
    /// A description, in a sentence or two.
    pub summary: Option<Field<'t, Text>>,
    /// Subjects; empty is unknown.
    pub domains: Option<Field<'t, BTreeSet<DomainId>>>,
    /// The way in which it came to be.
    pub kind: Option<Field<'t, KindId>>,
    /// Languages and products that it took the place of; empty is unknown.
    pub replaces: Option<Field<'t, BTreeSet<ReplacedId>>>,
    /// The state.
    pub status: Option<Field<'t, StatusId>>,
    /// The year from which it is in use.
    pub since: Option<Field<'t, Year>>,
    /// The year in which it ended.
    pub until: Option<Field<'t, Year>>,
    /// Whether its source code is open.
    pub open_source: Option<Field<'t, bool>>,
    /// The address of its source code.
    pub repository: Option<Field<'t, Url>>,
    /// The license of its source code, as an SPDX expression where there is one.
    pub license: Option<Field<'t, Text>>,
    /// The changes that it brought, measured.
    pub outcomes: Option<Field<'t, Vec<Outcome<'t>>>>,
    /// Context, caveats and incidents: the honest rest.
    pub notes: Option<Field<'t, Vec<Note<'t>>>>,
    /// The sources of all this. Only an “unverified” project may have none.
    pub sources: Option<Field<'t, Vec<Source<'t>>>>,
    /// The sources of single facts, where they are known. A fact that is not here rests on the
    /// sources as a whole.
    pub cites: Option<Field<'t, Cites<'t>>>,
    /// The degree to which it is supported.
    pub confidence: Field<'t, ConfidenceId>,
    /// The day on which its sources were last looked at.
    pub verified: Option<Field<'t, Date>>,
    /// The claim of the post about it, beside what the sources say.
    pub claim: Option<Field<'t, Claim<'t>>>,
    /// Projects elsewhere that this one adopts, as “organization/project”.
    pub also: Option<Field<'t, Vec<AnyText>>>,
}

/// The positions of sources in `sources`.
type Cited<'t> = Option<Field<'t, Vec<SourceIndex>>>;

/// The sources of facts, from 0, by the key of the field.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Cites<'t> {
    /// Sources of the summary.
    pub summary: Cited<'t>,
    /// Sources of the domains.
    pub domains: Cited<'t>,
    /// Sources of the kind.
    pub kind: Cited<'t>,
    /// Sources of what it replaced.
    pub replaces: Cited<'t>,
    /// Sources of the status.
    pub status: Cited<'t>,
    /// Sources of the year from which it is in use.
    pub since: Cited<'t>,
    /// Sources of the year in which it ended.
    pub until: Cited<'t>,
    /// Sources of whether its source code is open.
    pub open_source: Cited<'t>,
    /// Sources of the address of its source code.
    pub repository: Cited<'t>,
    /// Sources of the license.
    pub license: Cited<'t>,
}

impl<'t> Cites<'t> {
    /// The sources of each of the [facts that can be cited](crate::dataset::CITED_FIELDS).
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

/// A measured change that using it brought.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Outcome<'t> {
    /// The measure.
    pub metric: Field<'t, MetricId>,
    /// Whether there is less (“down”) or more (“up”) than in the baseline, or “none”, where the
    /// value is a level and no change.
    pub direction: Field<'t, Direction>,
    /// The amount; with a direction, the amount of the change.
    pub value: Option<Field<'t, Amount>>,
    /// The unit of the value; “other” is only readable through the statement.
    pub unit: Field<'t, Unit>,
    /// The state that it is compared with.
    pub baseline: Option<Field<'t, Text>>,
    /// The outcome as a sentence.
    pub statement: Field<'t, Text>,
    /// The source that says so, from 0.
    pub source: Field<'t, SourceIndex>,
}

/// A sentence of context.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Note<'t> {
    /// The sentence.
    pub statement: Field<'t, Text>,
    /// The source that says so, from 0.
    pub source: Option<Field<'t, SourceIndex>>,
}

/// The origin of a statement.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Source<'t> {
    /// The address on the web.
    pub url: Option<Field<'t, Url>>,
    /// The title.
    pub title: Field<'t, Text>,
    /// The publisher.
    pub publisher: Option<Field<'t, Text>>,
    /// The date of publication; for a repository, of its newest commit that was seen.
    pub date: Option<Field<'t, Date>>,
    /// The sort of publication.
    pub kind: Option<Field<'t, SourceKindId>>,
    /// The statements that it supports, in a few words.
    pub supports: Option<Field<'t, Text>>,
    /// The last look at it.
    pub checked: Option<Field<'t, Checked<'t>>>,
}

/// A look at a source.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Checked<'t> {
    /// The day.
    pub date: Field<'t, Date>,
    /// The way. “original”: the page itself was read. “copy”: an excerpt, a translation or a
    /// mirror. “listed”: only its link and title were seen. “not-checked”: nobody has looked.
    pub how: Field<'t, CheckMethod>,
}

/// A sentence of the post, checked.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Claim<'t> {
    /// The sentence of the post.
    pub text: Field<'t, Text>,
    /// The result of comparing it with the sources.
    pub verdict: Field<'t, VerdictId>,
    /// A summary of what the sources say.
    pub note: Option<Field<'t, Text>>,
}
