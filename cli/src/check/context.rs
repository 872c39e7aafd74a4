//! State of a check of one file.

use std::collections::HashMap;

use jiff::civil;
use rustscape::dataset::{
    Date,
    json::{Position, Value},
};

use super::{
    calendar::last_day, dataset_index::DatasetIndex, finding::Findings, settings::Settings,
};

/// Most references to missing records for which a check suggests an existing record. Each
/// suggestion compares the reference with the ids of all records, which is slow for large files.
const SUGGESTIONS_MAX: usize = 32;

/// The settings of a check, the index of the file, and the state that grows while its records are
/// checked one by one.
#[derive(Debug)]
pub(super) struct CheckContext<'c> {
    pub(super) settings: &'c Settings,
    pub(super) findings: Findings<'c>,
    pub(super) index: &'c DatasetIndex<'c>,
    /// Date of the last change of the dataset, if the file has a valid one.
    pub(super) updated: Option<&'c str>,
    /// Day that ages are measured by.
    pub(super) today: Option<civil::Date>,
    /// First positions of the texts so far, by the hash of their words.
    pub(super) texts: HashMap<u64, Position>,
    /// Organizations so far by their aliases, which are folded.
    pub(super) aliases: HashMap<String, String>,
    /// First positions of the names of organizations so far, by the folded name.
    pub(super) names: HashMap<String, Position>,
    /// Number of suggestions that may still be made.
    pub(super) n_suggestions_left: usize,
}

impl<'c> CheckContext<'c> {
    /// Creates the state for the start of a check.
    pub(super) fn new(
        file: &'c Value<'c>,
        index: &'c DatasetIndex<'c>,
        settings: &'c Settings,
    ) -> Self {
        let updated = file.get("updated").and_then(Value::as_str);
        let updated = updated.filter(|text| Date::parse(text).is_some());
        Self {
            settings,
            findings: Findings::new(settings),
            index,
            updated,
            today: settings.today.or_else(|| updated.and_then(last_day)),
            texts: HashMap::new(),
            aliases: HashMap::new(),
            names: HashMap::new(),
            n_suggestions_left: SUGGESTIONS_MAX,
        }
    }
}
