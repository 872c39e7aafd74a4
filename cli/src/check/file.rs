//! Check of one file, from its bytes to its findings.

use std::io;

use rustscape::dataset::{
    DatasetError, DatasetReader,
    json::{Position, Value},
    parse, strip_byte_order_mark,
};

use super::{
    context::CheckContext,
    dataset_index::{DatasetIndex, Totals},
    field_path::FILE_RECORD,
    finding::{Finding, Findings},
    rule::Rule,
    settings::Settings,
    syntax::explain,
    value::list_of,
};
use crate::schema;

/// Position of findings about the file as a whole.
const START: Position = Position { line: 1, column: 1 };

/// Checks a file and passes each finding to `report`.
///
/// The order of findings is fixed: first those about the file as a whole, then those about each
/// organization in turn, each group in the order of the file. Returns the numbers of records if the
/// file is a dataset.
///
/// # Errors
///
/// Returns the first error of `report`.
pub(super) fn check_file(
    bytes: &[u8],
    settings: &Settings,
    report: &mut dyn FnMut(Finding) -> io::Result<()>,
) -> io::Result<Option<Totals>> {
    let mut findings = Findings::new(settings);
    if strip_byte_order_mark(bytes).len() < bytes.len() {
        let reason = format_args!("begins with a byte order mark");
        findings.add(Rule::ByteOrderMark, START, &FILE_RECORD, reason);
    }
    let parsed = parse(bytes);
    let opened = parsed.as_ref().map_err(Clone::clone).and_then(|value| {
        let reader = DatasetReader::begin(value)?;
        Ok((value, reader))
    });
    match opened {
        Err(error) => report_dataset_error(&mut findings, bytes, error),
        Ok((value, reader)) => {
            findings.take().into_iter().try_for_each(&mut *report)?;
            return check_dataset(value, reader, settings, report).map(Some);
        }
    }
    findings.take().into_iter().try_for_each(report)?;
    Ok(None)
}

fn check_dataset(
    file: &Value<'_>,
    mut reader: DatasetReader<'_, '_>,
    settings: &Settings,
    report: &mut dyn FnMut(Finding) -> io::Result<()>,
) -> io::Result<Totals> {
    let index = DatasetIndex::of(file);
    let mut context = CheckContext::new(file, &index, settings);
    if let Some(members) = file.as_object() {
        context.findings.add_problems(reader.take_problems());
        context.check_header(file, members);
        context.findings.take().into_iter().try_for_each(&mut *report)?;
    }
    let Some(object_schema) = schema::file_schema().object("organizations") else {
        return Ok(index.totals);
    };
    for (idx, organization) in list_of(file, "organizations").iter().enumerate() {
        reader.read_organization();
        context.findings.add_problems(reader.take_problems());
        context.check_organization(object_schema, organization, idx);
        context.findings.take().into_iter().try_for_each(&mut *report)?;
    }
    Ok(index.totals)
}

fn report_dataset_error(findings: &mut Findings<'_>, bytes: &[u8], error: DatasetError) {
    let (rule, reason) = match error {
        DatasetError::Empty => (Rule::EmptyFile, "is empty".to_owned()),
        DatasetError::Utf16 => {
            let reason = format_args!("is UTF-16, not UTF-8");
            let remedy = "save it as UTF-8".to_owned();
            return findings.add_with(Rule::NotJson, START, &FILE_RECORD, reason, remedy);
        }
        DatasetError::NotADataset { missing } => (Rule::NotADataset, format!("has no {missing}")),
        DatasetError::WrongVersion { found } => {
            (Rule::WrongVersion, format!("has schema version {found}"))
        }
        DatasetError::NotJson { line, column, reason } => {
            let at = position_of_error(strip_byte_order_mark(bytes), line, column);
            let (reason, remedy) = explain(&reason, strip_byte_order_mark(bytes), line);
            let reason = format_args!("is not JSON: {reason}");
            return findings.add_with(Rule::NotJson, at, &FILE_RECORD, reason, remedy.to_owned());
        }
    };
    findings.add(rule, START, &FILE_RECORD, format_args!("{reason}"));
}

/// Returns the position of a syntax error. For an unexpected line break, that is the end of its
/// line.
fn position_of_error(bytes: &[u8], line: usize, column: usize) -> Position {
    let (line, column) = if column == 0 && line > 1 {
        let before = bytes.split(|byte| *byte == b'\n').nth(line - 2);
        (line - 1, before.map_or(0, <[u8]>::len) + 1)
    } else {
        (line, column.max(1))
    };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Position { line: number(line), column: number(column) }
}
