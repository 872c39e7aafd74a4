//! Problems of a dataset as values. The texts that readers see are in `wording`.

use std::fmt;

use super::json::Position;

/// A rule violation with its record, field and position. The record is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Record: `cloudflare`, `cloudflare/pingora`, or its position if it has no usable id
    /// (`organizations[3]`).
    pub record: String,
    /// Path of the field in the record: `sources[0].url`. Empty for the record itself.
    pub field: String,
    /// Rule that is violated.
    pub violation: RuleViolation,
    /// Description of the problem, as the end of a sentence that starts with the field.
    pub reason: String,
    /// Position of the value, or of the record if the value is missing.
    pub at: Position,
}

/// A rule that a record can violate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleViolation {
    /// A required value is missing.
    Missing,
    /// A value has the wrong type.
    WrongKind,
    /// An id is not a slug.
    NotASlug,
    /// An id is used by an earlier record.
    IdTaken,
    /// A list names a term twice.
    NamedTwice,
    /// A term is not in the vocabulary.
    NotInVocabulary,
    /// A text is not a date.
    NotADate,
    /// A text is not an `https` or `http` URL.
    NotAnAddress,
    /// A text is not one of the keywords of its field.
    NotAWord,
    /// A text is not a country code.
    NotACountry,
    /// A text is not a color.
    NotAColor,
    /// A source index is out of range.
    NoSuchSource,
    /// A project has no sources, although its confidence requires them.
    WithoutSource,
    /// A project ends before it begins.
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

/// Reason why a file cannot be read as a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetError {
    /// The file is empty.
    Empty,
    /// The file is encoded in UTF-16.
    Utf16,
    /// The file is not JSON. `line` and `column` count from 1.
    NotJson {
        /// Line of the syntax error.
        line: usize,
        /// Column of the syntax error, in bytes.
        column: usize,
        /// Error message of the parser.
        reason: String,
    },
    /// The file is JSON but lacks a part that every dataset has.
    NotADataset {
        /// Part that is missing or has the wrong type.
        missing: &'static str,
    },
    /// The file has a schema version that this reader does not support.
    WrongVersion {
        /// Schema version of the file.
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
