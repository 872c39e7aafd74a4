//! The types of values that have no type of their own in the model. They only name a type: the
//! [`Field`](super::Field) of each holds the value as the file has it.

/// A text of one line or more; an empty one counts as absent.
#[derive(Debug)]
pub enum Text {}

/// A text of a list: any, also an empty one.
#[derive(Debug)]
pub enum AnyText {}

/// A version of the form, such as “1.0”.
#[derive(Debug)]
pub enum SchemaVersion {}

/// A lower-case ASCII slug.
#[derive(Debug)]
pub enum Slug {}

/// A year as a number.
#[derive(Debug)]
pub enum Year {}

/// A number from 0 on.
#[derive(Debug)]
pub enum Amount {}

/// A position in `sources`, from 0.
#[derive(Debug)]
pub enum SourceIndex {}

/// Two upper-case letters of ISO 3166-1.
#[derive(Debug)]
pub enum Country {}

/// A color as `#rrggbb`.
#[derive(Debug)]
pub enum Color {}

/// The id of a term of a list of the vocabulary, by its position in
/// [`VocabularyKind::ALL`](crate::dataset::VocabularyKind::ALL).
#[derive(Debug)]
pub enum TermId<const LIST: usize> {}
