use std::collections::HashMap;

use rustscape::dataset::{
    Date,
    json::{Position, Value},
};

use super::{census::Census, day::Day, finding::Findings, settings::Settings};

/// For how many records that do not exist the one that was meant is looked for. Each time every
/// other record is looked at, and whoever has more wrong ones has another problem.
const SUGGESTIONS_MAX: usize = 32;

/// The course of a check through one file: what is asked, what is known of the file as a whole, and
/// what was found and seen so far.
#[derive(Debug)]
pub(super) struct Course<'c> {
    pub(super) settings: &'c Settings,
    pub(super) findings: Findings<'c>,
    pub(super) census: &'c Census<'c>,
    /// The day of the last change of the dataset, if it says so.
    pub(super) updated: Option<&'c str>,
    /// The day by which ages are measured.
    pub(super) today: Option<Day>,
    /// Prose so far, by a hash of its words, and where it was first.
    pub(super) prose: HashMap<u64, Position>,
    /// The aliases of organizations so far, folded, and whose they are.
    pub(super) aliases: HashMap<String, String>,
    /// The names of organizations so far, folded.
    pub(super) names: HashMap<String, Position>,
    /// How many more times a record that was meant is looked for.
    pub(super) n_suggestions_left: usize,
}

impl<'c> Course<'c> {
    pub(super) fn new(file: &'c Value<'c>, census: &'c Census<'c>, settings: &'c Settings) -> Self {
        let updated = file.get("updated").and_then(Value::as_str);
        let updated = updated.filter(|text| Date::parse(text).is_some());
        Self {
            settings,
            findings: Findings::new(settings),
            census,
            updated,
            today: settings.today.or_else(|| updated.and_then(Day::last_of)),
            prose: HashMap::new(),
            aliases: HashMap::new(),
            names: HashMap::new(),
            n_suggestions_left: SUGGESTIONS_MAX,
        }
    }
}

/// The text of a key, if it has one that is not blank.
pub(super) fn text_of<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str().filter(|text| !text.trim().is_empty())
}

/// The values of the list of a key; none, if it has no list.
pub(super) fn list_of<'v, 't>(value: &'v Value<'t>, key: &str) -> &'v [Value<'t>] {
    value.get(key).map_or(&[], Value::values)
}

/// Where the value of a key is, or the object, if it has no such key.
pub(super) fn position_of(value: &Value<'_>, key: &str) -> Position {
    value.get(key).map_or(value.at, |inner| inner.at)
}
