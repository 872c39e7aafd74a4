//! The records of a dataset file as the file spells them, before any rule is applied.
//!
//! These types are the form of the file. The reader gets every record as one of them and applies
//! the [rules](super::read). With the feature `schema` they also derive the JSON Schema, whose
//! descriptions are the doc comments here; the canonical order of keys and the checks for unknown
//! keys follow from that schema.

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
