//! A spreadsheet as rows of cells.

use csv::{ReaderBuilder, StringRecord};

use super::columns::{Column, Part, find_column};
use crate::{
    Failure,
    import::{
        record::{one_line, quoted},
        report::{Loss, Report},
        text::decoded,
    },
    invisible::CleanedText,
    spreadsheet::unescape_formula,
};

/// Ways to save a spreadsheet so that it can be read here.
const REMEDY: &str = "save it as “CSV UTF-8”; spreadsheet programs offer that when saving";

/// What may stand between cells. The first is taken where a header does not tell.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// A row with something in it.
#[derive(Debug)]
pub(super) struct Row {
    /// The line in which it begins, from 1.
    pub(super) line: u64,
    /// The cells of known columns with something in them, in the order of the columns.
    pub(super) cells: Vec<Cell>,
}

/// What a row says in a column.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) column: &'static Column,
    /// The number in the column's name; 1 where it has none.
    pub(super) number: u32,
    /// The column's name as the file has it.
    pub(super) header: String,
    /// The text, without space around it and without invisible characters; not empty.
    pub(super) text: String,
}

impl Row {
    /// The cell of a field, if there is something in it.
    pub(super) fn cell(&self, part: Part, key: &str) -> Option<&Cell> {
        self.of(part).find(|cell| cell.column.key == key)
    }

    /// The cells that are about such a part.
    pub(super) fn of(&self, part: Part) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.column.part == part)
    }
}

/// A column of the file.
struct Header {
    written: String,
    known: Option<(&'static Column, u32)>,
    /// How many cells were not read, because the column is not known.
    n_unread: usize,
}

/// Reads the rows of a spreadsheet; what is in unknown columns is reported.
///
/// # Errors
///
/// When it is no text, or has no row with the names of columns.
pub(super) fn read_rows(bytes: &[u8], report: &mut Report) -> Result<Vec<Row>, Failure> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Failure::new("the file is a workbook, not a CSV file").with_remedy(REMEDY));
    }
    let text = decoded(bytes, REMEDY)?;
    let (body, delimiter) = find_body(&text);
    let mut records = records_of(&text, body, delimiter).into_iter();
    let header = records.next().ok_or_else(|| Failure::new("the file is empty"))?;
    let mut headers = read_headers(&header, report)?;
    let mut rows = Vec::new();
    for (line, record) in records {
        rows.push(Row { line, cells: read_cells(line, &record, &mut headers, report) });
    }
    if let Some(row) = rows.last().filter(|row| has_open_quote(&text, row.line)) {
        let text = "a quote is opened here that may never be closed: all that follows is one cell";
        report.look(row.line, "", text);
    }
    for header in headers.iter().filter(|header| header.n_unread > 0) {
        let cells = if header.n_unread == 1 { "cell says" } else { "cells say" };
        let text = format!("is no known column; what its {} {cells} is left out", header.n_unread);
        report.whole(&quoted(&header.written), text, (header.n_unread, Loss::Value));
    }
    rows.retain(|row| !row.cells.is_empty());
    Ok(rows)
}

/// Where the header starts, and what separates cells. Some programs name it in a first line of its
/// own; otherwise it is that by which the most columns are known.
fn find_body(text: &str) -> (usize, u8) {
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

/// The records with something in them, each with its line. The text is in memory and UTF-8, and
/// rows may be of any length, so that reading has nothing to fail at.
fn records_of(text: &str, body: usize, delimiter: u8) -> Vec<(u64, StringRecord)> {
    let mut reader = reader_of(text.get(body..).unwrap_or_default(), delimiter);
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    let mut records = Vec::new();
    for record in reader.records().filter_map(Result::ok).filter(|record| !is_empty(record)) {
        let offset = record.position().map_or(0, csv::Position::byte);
        let line =
            lines.line_at(body.saturating_add(usize::try_from(offset).unwrap_or(usize::MAX)));
        records.push((line, record));
    }
    records
}

/// Counts lines up to places that only go forward.
struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that starts at a place, or after the empty lines there.
    fn line_at(&mut self, place: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.at) {
            let is_line_end = matches!(byte, b'\r' | b'\n');
            if place <= self.at && !is_line_end {
                break;
            }
            let is_half = *byte == b'\r' && self.bytes.get(self.at + 1) == Some(&b'\n');
            self.line += u64::from(is_line_end && !is_half);
            self.at += 1;
        }
        self.line
    }
}

/// Whether the number of quotes from a line to the end is odd, and there is more than that line.
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
    report: &mut Report,
) -> Result<Vec<Header>, Failure> {
    let mut headers: Vec<Header> = Vec::new();
    for (idx, name) in record.iter().enumerate() {
        let name = one_line(&CleanedText::new(name).text);
        let mut known = find_column(&name);
        let written = if name.is_empty() { format!("column {}", idx + 1) } else { name };
        let is_same = |other: &Header| {
            other.known.zip(known).is_some_and(|(a, b)| a.0.name == b.0.name && a.1 == b.1)
        };
        if let Some(other) = headers.iter().find(|other| is_same(other)) {
            let text = format!("is the same column as {}, which is read", quoted(&other.written));
            report.look(*line, &quoted(&written), text);
            known = None;
        }
        headers.push(Header { written, known, n_unread: 0 });
    }
    let known = headers.iter().filter_map(|header| header.known);
    if known
        .into_iter()
        .any(|(column, _)| column.part == Part::Organization && column.key == "name")
    {
        return Ok(headers);
    }
    let names = headers.iter().map(|header| quoted(&header.written)).take(8).collect::<Vec<_>>();
    Err(Failure::new(format!(
        "no column is called “organization”; the first row has {}",
        names.join(", ")
    ))
    .with_remedy(
        "the first row has to name the columns; `rustscape import csv --template` has all",
    ))
}

fn read_cells(
    line: u64,
    record: &StringRecord,
    headers: &mut [Header],
    report: &mut Report,
) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (idx, text) in record.iter().enumerate() {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let Some(header) = headers.get_mut(idx) else {
            let text = format!("{} is beyond the last column and left out", quoted(text));
            report.value(line, &format!("column {}", idx + 1), text);
            continue;
        };
        let Some((column, number)) = header.known else {
            header.n_unread += 1;
            continue;
        };
        let header = header.written.clone();
        if let Some(text) = visible(unescape_formula(text), line, &header, report) {
            cells.push(Cell { column, number, header, text });
        }
    }
    cells
}

/// The text of a cell without what cannot be seen, which is reported; `None` where nothing is left.
fn visible(text: &str, line: u64, header: &str, report: &mut Report) -> Option<String> {
    let visible = CleanedText::new(text);
    let text = visible.text.trim();
    match visible.notice() {
        Some(notice) if text.is_empty() => {
            report.value(line, header, format!("{notice}; nothing else is in the cell"));
        }
        Some(notice) => report.look(line, header, format!("{notice} of {}", quoted(text))),
        None => {}
    }
    (!text.is_empty()).then(|| text.to_owned())
}
