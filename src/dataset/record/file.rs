//! The file as a whole: metadata and top-level lists.

use serde::Deserialize;

use super::{Color, Field, ForCurators, Organization, SchemaVersion, Text, Vocabulary};
use crate::dataset::{Date, EventKind, Url};

/// An atlas of organizations and the projects in which they use a technology, with outcomes and
/// sources.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Dataset<'t> {
    /// Address of this JSON Schema. Editors use it to complete and check the file.
    #[serde(rename = "$schema")]
    pub schema: Option<ForCurators<Text>>,
    /// Version of the file format, “1.0”. A newer minor version only adds fields, which older
    /// readers ignore.
    pub schema_version: Field<'t, SchemaVersion>,
    /// Title of the atlas.
    pub title: Field<'t, Text>,
    /// Subject of the atlas, in a sentence.
    pub description: Option<Field<'t, Text>>,
    /// Language of the texts as a BCP 47 tag, such as “en”.
    pub language: Option<Field<'t, Text>>,
    /// License of the data, preferably an SPDX expression.
    pub license: Option<Field<'t, Text>>,
    /// Day of the last change. Entries last checked a year or more before this day are marked for a
    /// new check; the reader's clock does not matter.
    pub updated: Option<Field<'t, Date>>,
    /// Color of links and figures, as #rrggbb. Only its hue is used: the theme sets the lightness,
    /// so that text stays readable on light and dark backgrounds.
    pub accent: Option<Field<'t, Color>>,
    /// Post whose claims are checked, if the atlas follows one.
    pub post: Option<Field<'t, Post<'t>>>,
    /// Addresses where readers can report errors. Without them, no report is offered.
    pub contribute: Option<Field<'t, Contribute<'t>>>,
    /// Links of the footer, in addition to the data.
    pub links: Option<Field<'t, Vec<SiteLink<'t>>>>,
    /// Terms that records refer to, with their labels. Each list is in display order.
    pub vocabulary: Field<'t, Vocabulary<'t>>,
    /// Renamed and merged records. Old links lead to the new ones.
    pub redirects: Option<Field<'t, Vec<Redirect<'t>>>>,
    /// History of changes, newest first.
    pub events: Option<Field<'t, Vec<Event<'t>>>>,
    /// Organizations, sorted by id.
    pub organizations: Field<'t, Vec<Organization<'t>>>,
}

/// A post that makes claims, which projects quote and check.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Post<'t> {
    /// Title of the post.
    pub title: Field<'t, Text>,
    /// Address of the post on the web.
    pub url: Option<Field<'t, Url>>,
    /// Publisher of the post.
    pub publisher: Option<Field<'t, Text>>,
    /// Date of publication.
    pub date: Option<Field<'t, Date>>,
}

/// Addresses where readers can report errors. Give at least one of them.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Contribute<'t> {
    /// Page that opens a new issue. “title” and “body” are added as query parameters, as GitHub,
    /// GitLab and Forgejo expect them.
    pub issues: Option<Field<'t, Url>>,
    /// Email address for reports.
    pub mail: Option<Field<'t, Text>>,
    /// Page that shows this file with line numbers. “#L” and the line are appended.
    pub file: Option<Field<'t, Url>>,
}

/// A link in the footer.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Link"))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct SiteLink<'t> {
    /// Text of the link.
    pub label: Field<'t, Text>,
    /// Address of the link.
    pub url: Field<'t, Url>,
}

/// A record that was renamed or merged.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Redirect<'t> {
    /// Old path: “org/organization” or “org/organization/project”.
    pub from: Field<'t, Text>,
    /// New path.
    pub to: Field<'t, Text>,
}

/// An entry of the change history.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Event<'t> {
    /// Day of the change.
    pub date: Field<'t, Date>,
    /// Record that changed: “organization” or “organization/project”. Leave it out for the whole
    /// dataset.
    pub record: Option<Field<'t, Text>>,
    /// Kind of change.
    pub kind: Field<'t, EventKind>,
    /// Description of the change, in a sentence.
    pub note: Field<'t, Text>,
}
