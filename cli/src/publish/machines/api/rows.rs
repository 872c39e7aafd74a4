//! Projects on one line each. A project stands in a dozen files, so its lines are made once.

use rustscape::dataset::ProjectIdx;
use serde_json::{
    Value,
    value::{RawValue, to_raw_value},
};

use super::{
    Publication,
    columns::{ProjectRow, columns},
};
use crate::spreadsheet::{BYTE_ORDER_MARK, escape_formula};

/// What stands between the ids of a cell; no id has it.
const SEPARATOR: &str = ";";

/// Every project as a line of CSV and as an object of JSON.
#[derive(Debug)]
pub(super) struct Rows {
    header: Vec<u8>,
    lines: Vec<Lines>,
}

#[derive(Debug)]
struct Lines {
    csv: Vec<u8>,
    json: Box<RawValue>,
}

impl Rows {
    /// Makes the lines of all projects.
    pub(super) fn of(publication: &Publication) -> Self {
        let n_projects = publication.dataset().projects.len();
        let projects = (0..).map(ProjectIdx).take(n_projects);
        Self {
            header: csv_line(columns().into_iter().map(|(name, _)| name)),
            lines: projects.map(|project| lines(&ProjectRow::of(publication, project))).collect(),
        }
    }

    /// Every project, in the order of the dataset.
    pub(super) fn projects(&self) -> impl Iterator<Item = ProjectIdx> + use<> {
        (0..).map(ProjectIdx).take(self.lines.len())
    }

    /// A CSV file of projects: a line with the names of the columns, then one for each.
    pub(super) fn csv(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<u8> {
        let mut text = self.header.clone();
        for line in projects.filter_map(|project| self.line(project)) {
            text.extend_from_slice(&line.csv);
        }
        text
    }

    /// The same for spreadsheet programs.
    pub(super) fn spreadsheet(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<u8> {
        [BYTE_ORDER_MARK.as_bytes(), &self.csv(projects)].concat()
    }

    /// Projects as objects.
    pub(super) fn json(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<&RawValue> {
        projects.filter_map(|project| self.line(project)).map(|line| &*line.json).collect()
    }

    fn line(&self, project: ProjectIdx) -> Option<&Lines> {
        self.lines.get(project.0 as usize)
    }
}

fn lines(row: &ProjectRow<'_>) -> Lines {
    let row = serde_json::to_value(row).unwrap_or_default();
    let values = row.as_object().into_iter().flatten().map(|(_, value)| value);
    Lines { csv: csv_line(values.map(cell)), json: to_raw_value(&row).unwrap_or_default() }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => escape_formula(text).into_owned(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(SEPARATOR),
        value => value.to_string(),
    }
}

/// A line as RFC 4180 has it. Writing to memory has nothing to fail at.
fn csv_line(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    match writer.write_record(cells) {
        Ok(()) => writer.into_inner().unwrap_or_default(),
        Err(_) => Vec::new(),
    }
}
