//! What is said of the columns, and a spreadsheet to begin with.

use rustscape::dataset::VocabularyKind;

use super::{
    columns::{Column, Kind},
    table::COLUMNS,
};
use crate::{default_vocabulary::default_vocabulary, spreadsheet::BYTE_ORDER_MARK};

/// What is said of the columns in the help.
pub(super) fn documentation() -> String {
    let mut text = String::from(HOW_TO);
    for column in &COLUMNS {
        let name = column.name.replace('#', "1");
        text.extend(["\n  ", &name, "\n          ", column.doc]);
        let known = default_vocabulary(coded_of(column.kind));
        if !known.is_empty() {
            let ids: Vec<_> = known.iter().map(|known| known.id).collect();
            text.extend([": ", &ids.join(", ")]);
        }
    }
    text
}

/// The list of a column's terms. An arbitrary one without well-known terms for any other column.
fn coded_of(kind: Kind) -> VocabularyKind {
    match kind {
        Kind::Term(coded) | Kind::Terms(coded) => coded,
        _ => VocabularyKind::Domain,
    }
}

const HOW_TO: &str = "\
The first row names the columns, in any order and any case; only “organization” is required. Each
further row is about one project, or about an organization without any. Empty cells are unknown.
Separators (comma, semicolon, tab), quotes and encodings (UTF-8, UTF-16) are recognized.

Lists are separated by “;”, “|” or a line break; domains and replaces also by commas, where there
is none of these. Terms are made of what you write; the ids below are recognized, as are the
labels that readers see. Dates are 2022, 2022-09 or 2022-09-14. Columns with a 1 may be repeated
with 2, 3 and so on. An apostrophe is taken away from the start of a cell where it only keeps
spreadsheets from taking a text for a formula: before = + - @, a tab or another apostrophe.

What cannot be taken over is reported with its line and column, and everything else is.

Columns:";

/// A spreadsheet with every column and sample rows. It starts with the mark by which spreadsheet
/// programs know UTF-8.
pub(super) fn template() -> String {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let header = COLUMNS.iter().map(|column| column.name.replace('#', "1"));
    // Writing to memory cannot fail, and each row has a cell for each column.
    let _ = writer.write_record(header);
    let _ = writer.write_record(COLUMNS.iter().map(|column| column.sample));
    let _ = writer.write_record(COLUMNS.iter().map(second_sample));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A second row for the same project, which shows how it gets another source.
fn second_sample(column: &Column) -> &'static str {
    match column.name {
        "organization" | "project" => column.sample,
        "source_#_url" => "https://example.com/news/example-proxy",
        "source_#_title" => "EXAMPLE: a second row adds a source to the same project",
        "source_#_kind" => "press",
        _ => "",
    }
}
