//! Projects as rows of tables. A project is in a dozen files, so each row is serialized once.

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

/// Separator between the ids of a cell; no id contains it.
const SEPARATOR: &str = ";";

/// The rows of all projects as CSV and as JSON objects.
#[derive(Debug)]
pub(super) struct ProjectRows {
    header: Vec<u8>,
    rows: Vec<SerializedRow>,
}

#[derive(Debug)]
struct SerializedRow {
    csv: Vec<u8>,
    json: Box<RawValue>,
}

impl ProjectRows {
    /// Serializes the rows of all projects.
    pub(super) fn of(publication: &Publication) -> Self {
        let n_projects = publication.dataset().projects.len();
        let projects = (0..).map(ProjectIdx).take(n_projects);
        Self {
            header: csv_line(columns().into_iter().map(|(name, _)| name)),
            rows: projects
                .map(|project| serialize(&ProjectRow::of(publication, project)))
                .collect(),
        }
    }

    /// Returns all projects in the order of the dataset.
    pub(super) fn projects(&self) -> impl Iterator<Item = ProjectIdx> + use<> {
        (0..).map(ProjectIdx).take(self.rows.len())
    }

    /// Returns a CSV file: a header line, then one line for each project.
    pub(super) fn csv(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<u8> {
        let mut text = self.header.clone();
        for row in projects.filter_map(|project| self.row(project)) {
            text.extend_from_slice(&row.csv);
        }
        text
    }

    /// Returns a CSV file for spreadsheet programs, which starts with a byte order mark.
    pub(super) fn spreadsheet(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<u8> {
        [BYTE_ORDER_MARK.as_bytes(), &self.csv(projects)].concat()
    }

    /// Returns the rows of projects as JSON objects.
    pub(super) fn json(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<&RawValue> {
        projects.filter_map(|project| self.row(project)).map(|row| &*row.json).collect()
    }

    fn row(&self, project: ProjectIdx) -> Option<&SerializedRow> {
        self.rows.get(project.0 as usize)
    }
}

fn serialize(row: &ProjectRow<'_>) -> SerializedRow {
    let row = serde_json::to_value(row).unwrap_or_default();
    let values = row.as_object().into_iter().flatten().map(|(_, value)| value);
    SerializedRow { csv: csv_line(values.map(cell)), json: to_raw_value(&row).unwrap_or_default() }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => escape_formula(text).into_owned(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(SEPARATOR),
        value => value.to_string(),
    }
}

/// Returns a line in the format of RFC 4180. Writing to memory cannot fail.
fn csv_line(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    match writer.write_record(cells) {
        Ok(()) => writer.into_inner().unwrap_or_default(),
        Err(_) => Vec::new(),
    }
}
