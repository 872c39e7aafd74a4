//! What can be wrong with a dataset, as values; the words for readers are in `wording`.

use std::fmt;

use super::json::Position;

/// A rule that a record breaks, where, and how. Such a record is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which record: `cloudflare`, `cloudflare/pingora`, or its place where it has no id
    /// (`organizations[3]`).
    pub record: String,
    /// Which field, with its place in the record: `sources[0].url`. Empty for the record itself.
    pub field: String,
    /// Which rule.
    pub violation: RuleViolation,
    /// What is wrong, as the end of a sentence that starts with the field.
    pub reason: String,
    /// Where the value begins in the file, or the record, where the value is missing.
    pub at: Position,
}

/// The rules of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleViolation {
    /// Something that has to be there is not.
    Missing,
    /// A value is of another kind than it has to be.
    WrongKind,
    /// An id is no slug.
    NotASlug,
    /// Another record has this id.
    IdTaken,
    /// A list names something twice.
    NamedTwice,
    /// A coded value is not in the vocabulary.
    NotInVocabulary,
    /// A text is no date.
    NotADate,
    /// A text is no address that a reader may be led to.
    NotAnAddress,
    /// A text is none of the words that the form has for it.
    NotAWord,
    /// A text is no country code.
    NotACountry,
    /// A text is no color.
    NotAColor,
    /// The source that is named is not there.
    NoSuchSource,
    /// A project rests on nothing, and does not say so.
    WithoutSource,
    /// It ended before it began.
    EndsBeforeItBegins,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { record, field, reason, at, .. } = self;
        let line = at.line;
        if field.is_empty() {
            return write!(f, "{record} {reason} (line {line})");
        }
        write!(f, "{record}: {field} {reason} (line {line})")
    }
}

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetError {
    /// There is nothing in the file.
    Empty,
    /// The file is in UTF-16.
    Utf16,
    /// The file is not JSON; `line` and `column` count from 1.
    NotJson {
        /// Where the reading stopped.
        line: usize,
        /// Where in that line.
        column: usize,
        /// What was found, in the parser's words.
        reason: String,
    },
    /// The file is JSON, but not a dataset: it lacks a part that every dataset has.
    NotADataset {
        /// The part that is missing or has another form.
        missing: &'static str,
    },
    /// The file is a dataset of a form that this version cannot read.
    WrongVersion {
        /// The version that the file names.
        found: String,
    },
}

impl fmt::Display for DatasetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::Utf16 => f.write_str("the file is UTF-16, not UTF-8"),
            Self::NotJson { line, column, reason } => {
                write!(f, "the file is not JSON: {reason} (line {line}, column {column})")
            }
            Self::NotADataset { missing } => {
                write!(f, "the file is JSON, but no dataset: it has no {missing}")
            }
            Self::WrongVersion { found } => {
                write!(f, "the file has schema version {found}, which cannot be read here")
            }
        }
    }
}

impl std::error::Error for DatasetError {}
