//! An organization or a project while its values are collected.

use rustscape::search::fold;
use serde_json::{Map, Value};

use super::{
    location::{FieldLocations, InputLocation},
    message::display_value,
    report::ImportReport,
};
use crate::url_normalization::is_same_url;

/// The values of an organization or a project so far. The first value of a field is kept; a
/// different one is reported.
#[derive(Debug)]
pub(super) struct RecordDraft {
    pub(super) id: String,
    pub(super) name: String,
    /// The line of the file that names the record first.
    pub(super) line: u64,
    fields: Map<String, Value>,
    /// The locations of the fields in the file.
    pub(super) locations: FieldLocations,
}

impl RecordDraft {
    pub(super) fn new(id: &str, name: &str, line: u64) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            line,
            fields: Map::new(),
            locations: FieldLocations::default(),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.fields.get(key)
    }

    /// Returns the line of a field, or that of the record if the field has none.
    pub(super) fn line_of(&self, key: &str) -> u64 {
        self.locations.get(key).map_or(self.line, |location| location.line)
    }

    /// Removes a field and returns its value.
    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.fields.shift_remove(key)
    }

    /// Returns the JSON object with the id, the name and the given fields. A list without a value
    /// is empty; any other field without a value is `null`.
    pub(super) fn into_object(mut self, lists: &[&str], others: &[&str]) -> Map<String, Value> {
        let mut object = Map::new();
        for key in lists {
            let list = self.take(key).unwrap_or_else(|| Value::Array(Vec::new()));
            object.insert((*key).to_owned(), list);
        }
        for key in others {
            object.insert((*key).to_owned(), self.take(key).unwrap_or_default());
        }
        object.insert("id".to_owned(), self.id.into());
        object.insert("name".to_owned(), self.name.into());
        object
    }

    /// Reports a name that differs from the name of the record in more than case and accents.
    pub(super) fn check_name(
        &self,
        name: &str,
        location: InputLocation<'_>,
        report: &mut ImportReport,
    ) {
        if fold(&self.name) != fold(name) {
            let (kept, line) = (&self.name, self.line);
            let text = format!("“{name}” contradicts “{kept}” of line {line}, which is kept");
            report.add_omitted_value(location.line, location.name, text);
        }
    }

    /// Adds a value. Lists are merged; a value that contradicts the known one is reported and left
    /// out.
    pub(super) fn merge(
        &mut self,
        key: &str,
        value: Value,
        location: InputLocation<'_>,
        report: &mut ImportReport,
    ) {
        match (self.fields.get_mut(key), value) {
            (Some(Value::Array(known)), Value::Array(more)) => {
                for value in more {
                    if !known.contains(&value) {
                        known.push(value);
                    }
                }
            }
            (Some(known), value) if !is_same(known, &value) => {
                let line = self.locations.get(key).map_or(self.line, |known| known.line);
                let (new, known) = (display_value(&value), display_value(known));
                let text = format!("{new} contradicts {known} of line {line}, which is kept");
                report.add_omitted_value(location.line, location.name, text);
            }
            (Some(_), _) => {}
            (None, value) => {
                self.locations.add(key, location);
                self.fields.insert(key.to_owned(), value);
            }
        }
    }
}

/// Returns whether two values are equal; different spellings of one URL are equal.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) => is_same_url(one, other),
        _ => one == other,
    }
}
