use std::collections::HashMap;

use rustscape::search::fold;
use serde_json::{Map, Value};

use super::report::Report;
use crate::{escape::escape_invisible, url_normalization::is_same_url};

/// As much of a value as a message repeats: enough to recognize it.
const SHOWN_MAX_CHARS: usize = 80;

/// Where something stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'f> {
    pub(super) line: u64,
    /// The column or field, as the file calls it.
    pub(super) name: &'f str,
}

/// The places of the values of a record in the file, by field: `since`, `sources[0].date`.
#[derive(Debug, Default)]
pub(super) struct Places(HashMap<String, (u64, String)>);

impl Places {
    /// Notes where a field stands, unless that is known already.
    pub(super) fn note(&mut self, field: &str, place: Place<'_>) {
        self.0.entry(field.to_owned()).or_insert_with(|| (place.line, place.name.to_owned()));
    }

    /// The place of a field, or of the smallest thing around it that has one.
    pub(super) fn of(&self, field: &str) -> Option<Place<'_>> {
        if let Some((line, name)) = self.0.get(field) {
            return Some(Place { line: *line, name });
        }
        let end = field.rfind(['.', '['])?;
        self.of(field.get(..end)?)
    }
}

/// What is known of an organization or a project so far. The first who says something is believed,
/// and whoever contradicts is reported.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) name: String,
    /// Where it is named first.
    pub(super) line: u64,
    fields: Map<String, Value>,
    /// Where each of the fields was said.
    pub(super) places: Places,
}

impl Record {
    pub(super) fn new(id: &str, name: &str, line: u64) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            line,
            fields: Map::new(),
            places: Places::default(),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.fields.get(key)
    }

    /// The line that said a field; that of the record, if none did.
    pub(super) fn line_of(&self, key: &str) -> u64 {
        self.places.of(key).map_or(self.line, |place| place.line)
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.fields.shift_remove(key)
    }

    /// The object of the file: the id, the name and these fields. Without a value a list is empty,
    /// and any other field unknown.
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

    /// Another spelling of the name of a record that was found by its id.
    pub(super) fn check_name(&self, name: &str, place: Place<'_>, report: &mut Report) {
        if fold(&self.name) != fold(name) {
            let (is, line) = (&self.name, self.line);
            let text = format!("“{name}” contradicts “{is}” of line {line}, which is kept");
            report.value(place.line, place.name, text);
        }
    }

    /// Notes a value, or reports that it contradicts what was noted before. Lists are joined.
    pub(super) fn tell(&mut self, key: &str, value: Value, place: Place<'_>, report: &mut Report) {
        match (self.fields.get_mut(key), value) {
            (Some(Value::Array(known)), Value::Array(more)) => {
                for value in more {
                    if !known.contains(&value) {
                        known.push(value);
                    }
                }
            }
            (Some(known), value) if !is_same(known, &value) => {
                let line = self.places.of(key).map_or(self.line, |place| place.line);
                let (new, known) = (shown(&value), shown(known));
                let text = format!("{new} contradicts {known} of line {line}, which is kept");
                report.value(place.line, place.name, text);
            }
            (Some(_), _) => {}
            (None, value) => {
                self.places.note(key, place);
                self.fields.insert(key.to_owned(), value);
            }
        }
    }
}

/// Whether two values say the same; an address does so in any spelling.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) => is_same_url(one, other),
        _ => one == other,
    }
}

/// A text with single spaces between its words.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value as a message names it.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}

/// A text as a message names it, on one line and not too long.
pub(super) fn quoted(text: &str) -> String {
    let mut shown = escape_invisible(&text.chars().take(SHOWN_MAX_CHARS).collect::<String>());
    if text.chars().nth(SHOWN_MAX_CHARS).is_some() {
        shown.push('…');
    }
    format!("“{shown}”")
}
