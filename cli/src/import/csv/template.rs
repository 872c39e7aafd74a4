//! The spreadsheet that `rustscape import csv --template` writes.

use super::{column::Column, column_table::COLUMNS};
use crate::spreadsheet::BYTE_ORDER_MARK;

/// Returns a spreadsheet with all columns and two sample rows. Starts with a byte order mark, which
/// makes spreadsheet programs read it as UTF-8.
pub(super) fn template() -> String {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let header = COLUMNS.iter().map(|column| column.name.replace('#', "1"));
    // Writing to memory cannot fail, and each row has one cell per column.
    let _ = writer.write_record(header);
    let _ = writer.write_record(COLUMNS.iter().map(|column| column.sample));
    let _ = writer.write_record(COLUMNS.iter().map(second_sample));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Returns a cell of the second sample row, which adds a source to the project of the first.
fn second_sample(column: &Column) -> &'static str {
    match column.name {
        "organization" | "project" => column.sample,
        "source_#_url" => "https://example.com/news/example-proxy",
        "source_#_title" => "EXAMPLE: a second row adds a source to the same project",
        "source_#_kind" => "press",
        _ => "",
    }
}
