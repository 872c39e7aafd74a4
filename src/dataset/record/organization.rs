//! Organizations.

use serde::Deserialize;

use super::{AnyText, Country, Field, ForCurators, Project, Slug, TermId, Text};
use crate::dataset::{Url, VocabularyKind};

type IndustryId = TermId<{ VocabularyKind::Industry as usize }>;

/// An organization and its projects.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Organization<'t> {
    /// Id, unique in the file. Never change it: add a redirect for a renamed record.
    pub id: Field<'t, Slug>,
    /// Name shown to readers.
    pub name: Field<'t, Text>,
    /// Other names that search finds it by.
    pub aliases: Option<Field<'t, Vec<AnyText>>>,
    /// “true” if the post names the organization; leave it out otherwise.
    pub in_post: Option<ForCurators<bool>>,
    /// Industry of the organization.
    pub industry: Option<Field<'t, IndustryId>>,
    /// Country in which the organization is based.
    pub country: Option<Field<'t, Country>>,
    /// Website of the organization.
    pub homepage: Option<Field<'t, Url>>,
    /// Description, in a sentence.
    pub summary: Option<Field<'t, Text>>,
    /// Projects of the organization.
    pub projects: Option<Field<'t, Vec<Project<'t>>>>,
}
