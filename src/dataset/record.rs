//! Records of a dataset file before any rule is applied.
//!
//! These types define the file format. The reader deserializes each record into one of them and
//! then applies the [rules](super::read). With the feature `schema` they also derive the JSON
//! Schema: their doc comments become its descriptions, and the canonical order of keys and the
//! check for unknown keys follow from it.

mod field;
mod file;
mod organization;
mod project;
#[cfg(feature = "schema")]
mod schema;
mod value_type;
mod vocabulary;

pub(super) use self::field::{RawContent, RawValue};
#[cfg(feature = "schema")]
pub use self::schema::{FOR_CURATORS, SLUG_PATTERN, TERMS_OF, VALUE_TYPE};
pub use self::{
    field::{Field, ForCurators},
    file::{Contribute, Dataset, Event, Post, Redirect, SiteLink},
    organization::Organization,
    project::{Checked, Cites, Claim, Note, Outcome, Project, Source},
    value_type::{
        Amount, AnyText, Color, Country, SchemaVersion, Slug, SourceIndex, TermId, Text, Year,
    },
    vocabulary::{MetricTerm, ReplacedTerm, Term, Vocabulary},
};
