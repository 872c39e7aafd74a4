//! Organizations.

use serde::Deserialize;

use super::{AnyText, Country, Field, ForCurators, Project, Slug, TermId, Text};
use crate::dataset::{Url, VocabularyKind};

type IndustryId = TermId<{ VocabularyKind::Industry as usize }>;

/// An organization that uses it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "'de: 't"))]
pub struct Organization<'t> {
    /// The id, unique in the file; it never changes: a renamed record gets a redirect.
    pub id: Field<'t, Slug>,
    /// The name that readers see.
    pub name: Field<'t, Text>,
    /// Other names by which search finds it.
    pub aliases: Option<Field<'t, Vec<AnyText>>>,
    /// True where the post names it; otherwise absent.
    pub in_post: Option<ForCurators<bool>>,
    /// The line of business.
    pub industry: Option<Field<'t, IndustryId>>,
    /// The country in which it is at home.
    pub country: Option<Field<'t, Country>>,
    /// The site of the organization itself.
    pub homepage: Option<Field<'t, Url>>,
    /// A description, in a sentence.
    pub summary: Option<Field<'t, Text>>,
    /// The projects that it uses it for.
    pub projects: Option<Field<'t, Vec<Project<'t>>>>,
}
