//! One file, from its bytes to what was found.

use std::io;

use rustscape::dataset::{
    DatasetError, DatasetReader,
    json::{Position, Value},
    parse, strip_byte_order_mark,
};

use super::{
    census::{Census, Totals},
    course::{Course, list_of},
    finding::{Finding, Findings},
    head::FILE_PLACE,
    rule::Rule,
    settings::Settings,
    syntax::explain,
};
use crate::schema;

/// Where there is no better place.
const START: Position = Position { line: 1, column: 1 };

/// Checks a file and gives everything that is found, in a fixed order: what is said of the file as
/// a whole, then one organization after the other, each in the order of the file. Says how much
/// the file has, if it is a dataset.
///
/// # Errors
///
/// When a finding cannot be told.
pub(super) fn check_file(
    bytes: &[u8],
    settings: &Settings,
    tell: &mut dyn FnMut(Finding) -> io::Result<()>,
) -> io::Result<Option<Totals>> {
    let mut findings = Findings::new(settings);
    if strip_byte_order_mark(bytes).len() < bytes.len() {
        let reason = format_args!("begins with a byte order mark");
        findings.add(Rule::ByteOrderMark, START, &FILE_PLACE, reason);
    }
    let parsed = parse(bytes);
    let read = parsed.as_ref().map_err(Clone::clone).and_then(|value| {
        let reading = DatasetReader::begin(value)?;
        Ok((value, reading))
    });
    match read {
        Err(error) => add_error(&mut findings, bytes, error),
        Ok((value, reading)) => {
            findings.take().into_iter().try_for_each(&mut *tell)?;
            return check_dataset(value, reading, settings, tell).map(Some);
        }
    }
    findings.take().into_iter().try_for_each(tell)?;
    Ok(None)
}

fn check_dataset(
    file: &Value<'_>,
    mut reading: DatasetReader<'_, '_>,
    settings: &Settings,
    tell: &mut dyn FnMut(Finding) -> io::Result<()>,
) -> io::Result<Totals> {
    let census = Census::of(file);
    let mut course = Course::new(file, &census, settings);
    if let Some(members) = file.as_object() {
        course.findings.add_problems(reading.take_problems());
        course.check_head(file, members);
        course.findings.take().into_iter().try_for_each(&mut *tell)?;
    }
    let Some(form) = schema::file().object("organizations") else { return Ok(census.totals) };
    for (idx, organization) in list_of(file, "organizations").iter().enumerate() {
        reading.read_organization();
        course.findings.add_problems(reading.take_problems());
        course.check_organization(form, organization, idx);
        course.findings.take().into_iter().try_for_each(&mut *tell)?;
    }
    Ok(census.totals)
}

fn add_error(findings: &mut Findings<'_>, bytes: &[u8], error: DatasetError) {
    let (rule, reason) = match error {
        DatasetError::Empty => (Rule::EmptyFile, "is empty".to_owned()),
        DatasetError::Utf16 => {
            let reason = format_args!("is UTF-16, not UTF-8");
            let remedy = "save it as UTF-8".to_owned();
            return findings.add_with(Rule::NotJson, START, &FILE_PLACE, reason, remedy);
        }
        DatasetError::NotADataset { missing } => (Rule::NotADataset, format!("has no {missing}")),
        DatasetError::WrongVersion { found } => {
            (Rule::WrongVersion, format!("has schema version {found}"))
        }
        DatasetError::NotJson { line, column, reason } => {
            let at = position_of_error(strip_byte_order_mark(bytes), line, column);
            let (reason, remedy) = explain(&reason, strip_byte_order_mark(bytes), line);
            let reason = format_args!("is not JSON: {reason}");
            return findings.add_with(Rule::NotJson, at, &FILE_PLACE, reason, remedy.to_owned());
        }
    };
    findings.add(rule, START, &FILE_PLACE, format_args!("{reason}"));
}

/// Where an error is. A line break where none may be counts as the end of its line.
fn position_of_error(bytes: &[u8], line: usize, column: usize) -> Position {
    let (line, column) = if column == 0 && 1 < line {
        let before = bytes.split(|byte| *byte == b'\n').nth(line - 2);
        (line - 1, before.map_or(0, <[u8]>::len) + 1)
    } else {
        (line, column.max(1))
    };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Position { line: number(line), column: number(column) }
}
