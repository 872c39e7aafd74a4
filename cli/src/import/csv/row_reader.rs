//! Reads a CSV file into rows of cells.

use csv::{ReaderBuilder, StringRecord};

use super::{
    column::{Column, ObjectKind},
    header::find_column,
};
use crate::{
    Failure,
    import::{
        decode::decode,
        message::{one_line, quoted},
        report::{ImportReport, Omission},
    },
    invisible::CleanedText,
    spreadsheet::unescape_formula,
};

/// Advice for files that are not CSV in a supported encoding.
const REMEDY: &str = "save it as “CSV UTF-8”; spreadsheet programs offer that when saving";

/// The supported delimiters. The first is the default if the header does not show which is used.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// A row with at least one cell of a known column.
#[derive(Debug)]
pub(super) struct Row {
    /// The line in which the row begins, counted from 1.
    pub(super) line: u64,
    /// The cells of known columns that are not empty, in the order of the file.
    pub(super) cells: Vec<Cell>,
}

/// A cell of a known column that is not empty.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) column: &'static Column,
    /// The number in the name of the column; 1 if it has none.
    pub(super) number: u32,
    /// The name of the column, as written in the file.
    pub(super) header: String,
    /// The trimmed text without invisible characters.
    pub(super) text: String,
}

impl Row {
    /// Returns the cell of a field of an object.
    pub(super) fn cell(&self, object: ObjectKind, key: &str) -> Option<&Cell> {
        self.cells_of(object).find(|cell| cell.column.key == key)
    }

    /// Returns the cells that describe an object of this kind.
    pub(super) fn cells_of(&self, object: ObjectKind) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.column.object == object)
    }
}

/// A cell of the header row.
struct HeaderCell {
    written: String,
    /// The known column with its number.
    known: Option<(&'static Column, u32)>,
    /// The number of cells that were left out because the column is unknown.
    n_omitted: usize,
}

/// Reads the rows of a spreadsheet. Reports the cells of unknown columns.
///
/// # Errors
///
/// Fails if the bytes are not text, or if the header row has no column “organization”.
pub(super) fn read_rows(bytes: &[u8], report: &mut ImportReport) -> Result<Vec<Row>, Failure> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Failure::new("the file is a workbook, not a CSV file").with_remedy(REMEDY));
    }
    let text = decode(bytes, REMEDY)?;
    let (header_offset, delimiter) = detect_delimiter(&text);
    let mut records = records_of(&text, header_offset, delimiter).into_iter();
    let header = records.next().ok_or_else(|| Failure::new("the file is empty"))?;
    let mut headers = read_headers(&header, report)?;
    let mut rows = Vec::new();
    for (line, record) in records {
        rows.push(Row { line, cells: read_cells(line, &record, &mut headers, report) });
    }
    if let Some(row) = rows.last().filter(|row| has_open_quote(&text, row.line)) {
        let text = "a quote is opened here that may never be closed: all that follows is one cell";
        report.add_warning(row.line, "", text);
    }
    for header in headers.iter().filter(|header| header.n_omitted > 0) {
        let cells = if header.n_omitted == 1 { "cell says" } else { "cells say" };
        let text = format!("is no known column; what its {} {cells} is left out", header.n_omitted);
        report.add_summary(&quoted(&header.written), text, (header.n_omitted, Omission::Value));
    }
    rows.retain(|row| !row.cells.is_empty());
    Ok(rows)
}

/// Returns the byte offset of the header row and the delimiter.
///
/// Some programs write the delimiter into a first line, such as `sep=;`. Otherwise, chooses the
/// delimiter that makes the most column names known.
fn detect_delimiter(text: &str) -> (usize, u8) {
    let first_line = text.lines().next().unwrap_or_default();
    if let Some(delimiter) = first_line.strip_prefix("sep=").map(str::as_bytes)
        && let [delimiter] = delimiter
    {
        let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
        return (text.len() - rest.len(), *delimiter);
    }
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let header = first_record(text, delimiter);
        let n_known = header.iter().filter(|name| find_column(name).is_some()).count();
        if n_known > best.0 {
            best = (n_known, delimiter);
        }
    }
    (0, best.1)
}

fn first_record(text: &str, delimiter: u8) -> StringRecord {
    let mut reader = reader_of(text, delimiter);
    let record = reader.records().filter_map(Result::ok).find(|record| !is_empty(record));
    record.unwrap_or_default()
}

fn reader_of(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

fn is_empty(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

/// Returns the records that are not empty, each with its line. Cannot fail, because the text is
/// UTF-8 in memory and rows may have any number of cells.
fn records_of(text: &str, start: usize, delimiter: u8) -> Vec<(u64, StringRecord)> {
    let mut reader = reader_of(text.get(start..).unwrap_or_default(), delimiter);
    let mut lines = LineCounter { bytes: text.as_bytes(), offset: 0, line: 1 };
    let mut records = Vec::new();
    for record in reader.records().filter_map(Result::ok).filter(|record| !is_empty(record)) {
        let offset = record.position().map_or(0, csv::Position::byte);
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let line = lines.line_at(start.saturating_add(offset));
        records.push((line, record));
    }
    records
}

/// Converts ascending byte offsets to line numbers in one pass.
struct LineCounter<'t> {
    bytes: &'t [u8],
    offset: usize,
    line: u64,
}

impl LineCounter<'_> {
    /// Returns the line of the record that starts at the offset, or after empty lines there.
    fn line_at(&mut self, offset: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.offset) {
            let is_line_end = matches!(byte, b'\r' | b'\n');
            if self.offset >= offset && !is_line_end {
                break;
            }
            let is_half_of_crlf = *byte == b'\r' && self.bytes.get(self.offset + 1) == Some(&b'\n');
            self.line += u64::from(is_line_end && !is_half_of_crlf);
            self.offset += 1;
        }
        self.line
    }
}

/// Returns whether a quote that opens in this line is probably never closed: the text continues
/// after the line, and the number of quotes up to its end is odd.
fn has_open_quote(text: &str, line: u64) -> bool {
    let n_before = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut rest = text.lines().skip(n_before);
    let n_quotes = |line: &str| line.bytes().filter(|byte| *byte == b'"').count();
    let n_first = rest.next().map_or(0, n_quotes);
    let mut has_more = false;
    let n_rest: usize = rest.inspect(|_| has_more = true).map(n_quotes).sum();
    has_more && (n_first + n_rest) % 2 == 1
}

fn read_headers(
    (line, record): &(u64, StringRecord),
    report: &mut ImportReport,
) -> Result<Vec<HeaderCell>, Failure> {
    let mut headers: Vec<HeaderCell> = Vec::new();
    for (idx, name) in record.iter().enumerate() {
        let name = one_line(&CleanedText::new(name).text);
        let mut known = find_column(&name);
        let written = if name.is_empty() { format!("column {}", idx + 1) } else { name };
        let is_same = |other: &HeaderCell| {
            other.known.zip(known).is_some_and(|(a, b)| a.0.name == b.0.name && a.1 == b.1)
        };
        if let Some(other) = headers.iter().find(|other| is_same(other)) {
            let text = format!("is the same column as {}, which is read", quoted(&other.written));
            report.add_warning(*line, &quoted(&written), text);
            known = None;
        }
        headers.push(HeaderCell { written, known, n_omitted: 0 });
    }
    let known = headers.iter().filter_map(|header| header.known);
    if known
        .into_iter()
        .any(|(column, _)| column.object == ObjectKind::Organization && column.key == "name")
    {
        return Ok(headers);
    }
    let names = headers.iter().map(|header| quoted(&header.written)).take(8).collect::<Vec<_>>();
    let names = names.join(", ");
    Err(Failure::new(format!("no column is called “organization”; the first row has {names}"))
        .with_remedy(
            "name the columns in the first row; `rustscape import csv --template` writes all names",
        ))
}

fn read_cells(
    line: u64,
    record: &StringRecord,
    headers: &mut [HeaderCell],
    report: &mut ImportReport,
) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (idx, text) in record.iter().enumerate() {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let Some(header) = headers.get_mut(idx) else {
            let text = format!("{} is beyond the last column and left out", quoted(text));
            report.add_omitted_value(line, &format!("column {}", idx + 1), text);
            continue;
        };
        let Some((column, number)) = header.known else {
            header.n_omitted += 1;
            continue;
        };
        let header = header.written.clone();
        if let Some(text) = visible_text(unescape_formula(text), line, &header, report) {
            cells.push(Cell { column, number, header, text });
        }
    }
    cells
}

/// Removes and reports invisible characters. Returns `None` if nothing else is in the cell.
fn visible_text(text: &str, line: u64, header: &str, report: &mut ImportReport) -> Option<String> {
    let visible = CleanedText::new(text);
    let text = visible.text.trim();
    match visible.notice() {
        Some(notice) if text.is_empty() => {
            report.add_omitted_value(
                line,
                header,
                format!("{notice}; nothing else is in the cell"),
            );
        }
        Some(notice) => report.add_warning(line, header, format!("{notice} of {}", quoted(text))),
        None => {}
    }
    (!text.is_empty()).then(|| text.to_owned())
}
