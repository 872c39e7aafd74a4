//! Locations of values in the imported file.

use std::collections::HashMap;

/// The location of a value in the imported file.
#[derive(Clone, Copy, Debug)]
pub(super) struct InputLocation<'f> {
    /// The line, counted from 1.
    pub(super) line: u64,
    /// The column or field, named as in the file.
    pub(super) name: &'f str,
}

/// The locations of the values of a record. A key is a path such as `since` or `sources[0].date`.
#[derive(Debug, Default)]
pub(super) struct FieldLocations(HashMap<String, (u64, String)>);

impl FieldLocations {
    /// Adds the location of a field, unless one is known already.
    pub(super) fn add(&mut self, field: &str, location: InputLocation<'_>) {
        let new = || (location.line, location.name.to_owned());
        self.0.entry(field.to_owned()).or_insert_with(new);
    }

    /// Returns the location of a field, or that of the nearest enclosing value with one.
    pub(super) fn get(&self, field: &str) -> Option<InputLocation<'_>> {
        if let Some((line, name)) = self.0.get(field) {
            return Some(InputLocation { line: *line, name });
        }
        let end = field.rfind(['.', '['])?;
        self.get(field.get(..end)?)
    }
}
