//! What the dataset file says: the typed model, its vocabulary and the lenient reader.
//!
//! A [`Dataset`] never changes once it was read. Organizations and projects have dense ids
//! ([`OrgIdx`], [`ProjectIdx`]), so that a set of projects can be a bit set.

mod change;
mod json;
mod load_error;
mod model;
mod problem;
mod reader;
mod value;
mod vocabulary;

pub use change::Change;
pub use load_error::LoadError;
pub use model::{
    Claim, Dataset, Direction, How, Note, OrgIdx, Organization, Outcome, Project, ProjectIdx,
    Redirect, Source, Unit,
};
pub use problem::{DatasetError, Problem};
pub use reader::{SCHEMA_MAJOR, read};
pub use value::{Date, Url};
pub use vocabulary::{Coded, Term, TermIdx, Vocabulary};
