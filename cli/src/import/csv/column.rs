//! The definition of a spreadsheet column.

use rustscape::dataset::VocabularyKind;

/// A column of the spreadsheet. A `#` in its name stands for a number: `source_#_url` describes
/// `source_1_url`, `source_2_url` and so on.
#[derive(Debug)]
pub(super) struct Column {
    /// The name in the header row.
    pub(super) name: &'static str,
    /// Other names that a header may use.
    pub(super) aliases: &'static [&'static str],
    /// The object that has the field.
    pub(super) object: ObjectKind,
    /// The field of the object.
    pub(super) key: &'static str,
    /// The format of the cells.
    pub(super) cell_type: CellType,
    /// The description in the help.
    pub(super) doc: &'static str,
    /// The cell in the sample row of the template.
    pub(super) sample: &'static str,
}

/// The kind of object that a column describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ObjectKind {
    Organization,
    Project,
    Claim,
    Source,
    Outcome,
    Note,
}

/// The format of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum CellType {
    Text,
    /// A list of names; a comma is part of a name.
    Names,
    Term(VocabularyKind),
    Terms(VocabularyKind),
    Url,
    Date,
    Year,
    YesNo,
    Country,
    Amount,
    Direction,
    Unit,
    CheckMethod,
    /// The number of a source in the same row.
    SourceNumber,
}
