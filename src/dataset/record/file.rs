//! The file as a whole, and the lists beside its organizations.

use serde::Deserialize;

use super::{Color, Field, ForCurators, Organization, SchemaVersion, Text, Vocabulary};
use crate::dataset::{Date, EventKind, Url};

/// Organizations and the projects that they use it for, each with what it replaced, what that
/// brought, and the source of every claim.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Dataset<'t> {
    /// The address of this schema, so that editors complete and check while one types.
    #[serde(rename = "$schema")]
    pub schema: Option<ForCurators<Text>>,
    /// The version of this form: “1.0”. A newer minor version only adds fields, which older readers
    /// ignore.
    pub schema_version: Field<'t, SchemaVersion>,
    /// The name of the atlas.
    pub title: Field<'t, Text>,
    /// The subject of the atlas, in a sentence.
    pub description: Option<Field<'t, Text>>,
    /// The language of the texts as a BCP 47 tag, such as “en”.
    pub language: Option<Field<'t, Text>>,
    /// The license of the data, as an SPDX expression where there is one.
    pub license: Option<Field<'t, Text>>,
    /// The day of the last change. Entries are told to be in need of a re-check by this day, not by
    /// the reader's clock.
    pub updated: Option<Field<'t, Date>>,
    /// The color of links and figures, as #rrggbb. Only its hue is used_ids: lightness follows the
    /// theme, so that text can be read on any ground.
    pub accent: Option<Field<'t, Color>>,
    /// The text whose claims are checked, if there is one.
    pub post: Option<Field<'t, Post<'t>>>,
    /// Addresses for readers who report an error. Without them, readers are not asked to.
    pub contribute: Option<Field<'t, Contribute<'t>>>,
    /// Links of the footer, besides the data.
    pub links: Option<Field<'t, Vec<SiteLink<'t>>>>,
    /// The labels of coded values, each list in display order.
    pub vocabulary: Field<'t, Vocabulary<'t>>,
    /// Renamed and merged records: old links keep working.
    pub redirects: Option<Field<'t, Vec<Redirect<'t>>>>,
    /// Changes of the data, newest first.
    pub events: Option<Field<'t, Vec<Event<'t>>>>,
    /// The organizations, sorted by id.
    pub organizations: Field<'t, Vec<Organization<'t>>>,
}

/// A text that makes claims, which projects quote and check.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Post<'t> {
    /// The title.
    pub title: Field<'t, Text>,
    /// The address on the web.
    pub url: Option<Field<'t, Url>>,
    /// The publisher.
    pub publisher: Option<Field<'t, Text>>,
    /// The date of publication.
    pub date: Option<Field<'t, Date>>,
}

/// Addresses for readers who report an error. At least one of them, or nothing is offered.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Contribute<'t> {
    /// The page that opens a new issue; “title” and “body” are added as parameters, as GitHub,
    /// GitLab and Forgejo take them.
    pub issues: Option<Field<'t, Url>>,
    /// An address for mail.
    pub mail: Option<Field<'t, Text>>,
    /// The page that shows this file with line numbers; “#L” and the line are added.
    pub file: Option<Field<'t, Url>>,
}

/// A link out of the atlas.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct SiteLink<'t> {
    /// The text of the link.
    pub label: Field<'t, Text>,
    /// The address that it leads to.
    pub url: Field<'t, Url>,
}

/// A record that was renamed or merged.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Redirect<'t> {
    /// The old path: “org/organization” or “org/organization/project”.
    pub from: Field<'t, Text>,
    /// The path that took its place.
    pub to: Field<'t, Text>,
}

/// A change of the data that readers should know of.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Event<'t> {
    /// The day of the change.
    pub date: Field<'t, Date>,
    /// The record that changed: “organization” or “organization/project”. Without it, the dataset
    /// as a whole.
    pub record: Option<Field<'t, Text>>,
    /// The sort of change.
    pub kind: Field<'t, EventKind>,
    /// The change, in a sentence.
    pub note: Field<'t, Text>,
}
