//! Marker types for the values of a [`Field`](super::Field) that have no type in the model.

/// A text. An empty one counts as absent.
#[derive(Debug)]
pub enum Text {}

/// A text of a list, which may be empty.
#[derive(Debug)]
pub enum AnyText {}

/// A schema version, such as “1.0”.
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

/// A position in `sources`, counted from 0.
#[derive(Debug)]
pub enum SourceIndex {}

/// A country code of two upper-case letters (ISO 3166-1).
#[derive(Debug)]
pub enum Country {}

/// A color as `#rrggbb`.
#[derive(Debug)]
pub enum Color {}

/// The id of a term. `LIST` is the position of its list in
/// [`VocabularyKind::ALL`](crate::dataset::VocabularyKind::ALL).
#[derive(Debug)]
pub enum TermId<const LIST: usize> {}
