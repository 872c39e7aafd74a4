//! A project while its values, sources, outcomes and notes are collected.

use rustscape::dataset::{VocabularyKind, WITHOUT_SOURCES};
use serde_json::{Map, Value};

use super::{
    location::InputLocation, record_draft::RecordDraft, report::ImportReport,
    vocabulary_builder::VocabularyBuilder,
};
use crate::url_normalization::is_same_url;

/// A list of statements in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StatementList {
    Outcomes,
    Notes,
}

/// The fields of a project that are lists of texts.
const LISTS: [&str; 3] = ["aliases", "domains", "replaces"];

/// The other fields of a project, except for its lists of objects.
const FIELDS: [&str; 11] = [
    "summary",
    "kind",
    "status",
    "since",
    "until",
    "open_source",
    "repository",
    "license",
    "confidence",
    "verified",
    "claim",
];

/// The fields of a source.
const SOURCE_FIELDS: [&str; 7] =
    ["url", "title", "publisher", "date", "kind", "supports", "checked"];

/// A project of a [`DatasetDraft`](super::draft::DatasetDraft).
#[derive(Debug)]
pub(super) struct ProjectDraft {
    pub(super) record: RecordDraft,
    sources: Vec<Map<String, Value>>,
    outcomes: Vec<Value>,
    notes: Vec<Value>,
}

impl ProjectDraft {
    pub(super) fn new(record: RecordDraft) -> Self {
        Self { record, sources: Vec::new(), outcomes: Vec::new(), notes: Vec::new() }
    }

    /// Adds a source and returns its position. A source with the same URL, in any spelling, is
    /// merged into the known one if no other field contradicts it.
    pub(super) fn add_source(&mut self, source: Map<String, Value>) -> usize {
        let is_same_source = |known: &Map<String, Value>| {
            let agrees = |(key, value): (&String, &Value)| {
                key == "url" || known.get(key).is_none_or(|other| other == value)
            };
            let is_same_url = match (url_of(&source), url_of(known)) {
                (Some(one), Some(other)) => is_same_url(one, other),
                (None, None) => source == *known,
                _ => false,
            };
            is_same_url && source.iter().all(agrees)
        };
        let Some(at) = self.sources.iter().position(is_same_source) else {
            self.sources.push(source);
            return self.sources.len() - 1;
        };
        for (key, value) in source {
            self.sources[at].entry(key).or_insert(value);
        }
        at
    }

    /// Returns the position of the source with this URL, in any spelling.
    pub(super) fn position_of_source(&self, url: &str) -> Option<usize> {
        let is_same = |known: &str| is_same_url(known, url);
        self.sources.iter().position(|source| url_of(source).is_some_and(is_same))
    }

    /// Adds the locations of an object in one of the lists, and of its fields.
    pub(super) fn add_locations(
        &mut self,
        list: &str,
        at: usize,
        locations: &[(&str, InputLocation<'_>)],
    ) {
        for (key, location) in locations {
            let key = match *key {
                "checked_date" => "checked.date",
                "how" => "checked.how",
                key => key,
            };
            self.record.locations.add(&format!("{list}[{at}].{key}"), *location);
        }
        if let Some((_, location)) = locations.first() {
            self.record.locations.add(&format!("{list}[{at}]"), *location);
        }
    }

    /// Returns the number of sources.
    pub(super) fn n_sources(&self) -> usize {
        self.sources.len()
    }

    /// Adds an outcome or a note, unless the list contains an equal one. Returns its position.
    pub(super) fn add_statement(
        &mut self,
        list: StatementList,
        statement: Map<String, Value>,
    ) -> usize {
        let list = match list {
            StatementList::Outcomes => &mut self.outcomes,
            StatementList::Notes => &mut self.notes,
        };
        let statement = Value::Object(statement);
        if let Some(at) = list.iter().position(|known| *known == statement) {
            return at;
        }
        list.push(statement);
        list.len() - 1
    }

    /// Applies the rules that need the complete project: its confidence, and the order of its
    /// years.
    pub(super) fn finalize(
        &mut self,
        vocabulary: &mut VocabularyBuilder,
        report: &mut ImportReport,
    ) {
        self.settle_confidence(vocabulary, report);
        self.check_years(report);
    }

    /// Sets a missing confidence to “unverified”, because nobody has checked the sources yet.
    /// Lowers the confidence of a project without sources.
    fn settle_confidence(&mut self, vocabulary: &mut VocabularyBuilder, report: &mut ImportReport) {
        let line = self.record.line_of("confidence");
        let confidence = self.record.take("confidence");
        let confidence = confidence.as_ref().and_then(Value::as_str).unwrap_or(WITHOUT_SOURCES);
        let is_too_high = self.sources.is_empty() && confidence != WITHOUT_SOURCES;
        if is_too_high {
            let text = format!("“{confidence}” needs a source; it becomes “{WITHOUT_SOURCES}”");
            report.add_omitted_value(line, "confidence", text);
        }
        let confidence = if is_too_high { WITHOUT_SOURCES } else { confidence };
        let id = vocabulary.term_id(VocabularyKind::Confidence, confidence);
        let location = InputLocation { line, name: "confidence" };
        self.record.merge("confidence", id.into(), location, report);
    }

    /// Removes an end that is before the beginning.
    fn check_years(&mut self, report: &mut ImportReport) {
        let year = |key| self.record.get(key).and_then(Value::as_u64);
        if let (Some(since), Some(until)) = (year("since"), year("until"))
            && since > until
        {
            let text = format!("{until} is before it began ({since}); left out");
            report.add_omitted_value(self.record.line_of("until"), "until", text);
            self.record.take("until");
        }
    }

    /// Returns the JSON object of the [finalized](Self::finalize) project.
    pub(super) fn into_object(mut self) -> Map<String, Value> {
        let also = self.record.take("also");
        let mut project = self.record.into_object(&LISTS, &FIELDS);
        project.insert("outcomes".to_owned(), self.outcomes.into());
        project.insert("notes".to_owned(), self.notes.into());
        project.insert("sources".to_owned(), self.sources.into_iter().map(complete).collect());
        project.extend(also.map(|also| ("also".to_owned(), also)));
        project
    }
}

fn url_of(source: &Map<String, Value>) -> Option<&str> {
    source.get("url").and_then(Value::as_str)
}

/// Adds the missing fields of a source. The title defaults to the URL without its scheme.
fn complete(mut source: Map<String, Value>) -> Value {
    let without_scheme = |url: &str| {
        url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_owned()
    };
    if let Some(title) = url_of(&source).map(without_scheme) {
        source.entry("title").or_insert_with(|| title.into());
    }
    for key in SOURCE_FIELDS {
        source.entry(key).or_insert(Value::Null);
    }
    source.into()
}
