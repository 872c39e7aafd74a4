//! Typed model of a dataset file, its vocabulary, and the lenient reader.
//!
//! [`read`] turns the bytes of a file into a [`Dataset`] and a list of [`Problem`]s. A [`Dataset`]
//! never changes after that. Organizations and projects have dense ids ([`OrgIdx`],
//! [`ProjectIdx`]), so a set of projects fits into a bit set.

pub mod json;
pub mod record;

mod change;
mod encoding;
mod keywords;
mod language;
mod load_error;
mod model;
mod problem;
mod reader;
mod slug;
mod value;
mod vocabulary;

pub use change::Change;
pub use encoding::{is_utf16, strip_byte_order_mark};
pub use keywords::{CHECK_METHODS, CITED_FIELDS, DIRECTIONS, EVENT_KINDS, UNITS, WITHOUT_SOURCES};
pub use load_error::LoadError;
pub use model::{
    CheckMethod, Citation, Claim, Contribute, Dataset, Direction, Event, EventKind, Note, OrgIdx,
    Organization, Outcome, Post, Project, ProjectIdx, Redirect, SiteLink, Source, Unit,
};
pub use problem::{DatasetError, Problem, RuleViolation};
pub use reader::{DatasetReader, SCHEMA_MAJOR, parse, read, read_parsed};
pub use slug::{SLUG_MAX_BYTES, is_slug};
pub use value::{Date, Url, YEARS};
pub use vocabulary::{Term, TermIdx, Vocabulary, VocabularyKind};
