//! The description of the columns in the help.

use rustscape::dataset::VocabularyKind;

use super::{column::CellType, column_table::COLUMNS};
use crate::default_vocabulary::default_vocabulary;

const INTRODUCTION: &str = "\
The first row names the columns, in any order and in any case; only “organization” is required. Each
further row describes one project, or an organization without projects. Empty cells are unknown.
The separator (comma, semicolon or tab), quotes and the encoding (UTF-8 or UTF-16) are detected.

Separate the items of a list by “;”, “|” or line breaks. In domains and replaces, commas work too if
the cell contains none of these. New terms are created from your words; the ids below and their
labels are recognized. Write dates as 2022, 2022-09 or 2022-09-14. Repeat columns that contain a 1
with 2, 3 and so on. An apostrophe at the start of a cell is removed if it only stops spreadsheets
from treating the text as a formula: before = + - @, a tab or another apostrophe.

Everything that cannot be imported is reported with its line and column; the rest is imported.

Columns:";

/// Returns the description of all columns.
pub(super) fn column_help() -> String {
    let mut text = String::from(INTRODUCTION);
    for column in &COLUMNS {
        let name = column.name.replace('#', "1");
        text.extend(["\n  ", &name, "\n          ", column.doc]);
        let terms = vocabulary_kind(column.cell_type).map_or(&[][..], default_vocabulary);
        if !terms.is_empty() {
            let ids: Vec<_> = terms.iter().map(|term| term.id).collect();
            text.extend(["\n          Known ids: ", &ids.join(", ")]);
        }
    }
    text
}

/// Returns the vocabulary list of a column with terms.
fn vocabulary_kind(cell_type: CellType) -> Option<VocabularyKind> {
    match cell_type {
        CellType::Term(kind) | CellType::Terms(kind) => Some(kind),
        _ => None,
    }
}
