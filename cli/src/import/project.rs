use rustscape::dataset::{VocabularyKind, WITHOUT_SOURCES};
use serde_json::{Map, Value};

use super::{
    record::{Place, Record},
    report::Report,
    words::Words,
};
use crate::url_normalization::is_same_url;

/// The list of an outcome or a note inside a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Statements {
    Outcomes,
    Notes,
}

/// The fields of a project that are lists of texts.
const LISTS: [&str; 3] = ["aliases", "domains", "replaces"];

/// The other fields of a project, besides its lists of objects.
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

/// A project on its way into a dataset.
#[derive(Debug)]
pub(super) struct Project {
    pub(super) record: Record,
    sources: Vec<Map<String, Value>>,
    outcomes: Vec<Value>,
    notes: Vec<Value>,
}

impl Project {
    pub(super) fn new(record: Record) -> Self {
        Self { record, sources: Vec::new(), outcomes: Vec::new(), notes: Vec::new() }
    }

    /// Adds a source, and says at which position. One of the same address, in any spelling, that
    /// says nothing else of it is the same source, which then has the details of both.
    pub(super) fn add_source(&mut self, source: Map<String, Value>) -> usize {
        let same = |known: &Map<String, Value>| {
            let agrees = |(key, value): (&String, &Value)| {
                key == "url" || known.get(key).is_none_or(|other| other == value)
            };
            let is_same_place = match (address_of(&source), address_of(known)) {
                (Some(one), Some(other)) => is_same_url(one, other),
                (None, None) => source == *known,
                _ => false,
            };
            is_same_place && source.iter().all(agrees)
        };
        let Some(at) = self.sources.iter().position(same) else {
            self.sources.push(source);
            return self.sources.len() - 1;
        };
        for (key, value) in source {
            self.sources[at].entry(key).or_insert(value);
        }
        at
    }

    /// The position of the source of this address, in any spelling.
    pub(super) fn position_of_source(&self, url: &str) -> Option<usize> {
        let is_it = |known: &str| is_same_url(known, url);
        self.sources.iter().position(|source| address_of(source).is_some_and(is_it))
    }

    /// Notes where the fields of an object in one of the lists stand.
    pub(super) fn note_places(&mut self, list: &str, at: usize, places: &[(&str, Place<'_>)]) {
        for (key, place) in places {
            let key = match *key {
                "checked_date" => "checked.date",
                "how" => "checked.how",
                key => key,
            };
            self.record.places.note(&format!("{list}[{at}].{key}"), *place);
        }
        if let Some((_, place)) = places.first() {
            self.record.places.note(&format!("{list}[{at}]"), *place);
        }
    }

    /// How many sources there are.
    pub(super) fn n_sources(&self) -> usize {
        self.sources.len()
    }

    /// Adds an outcome or a note, unless it is there already, and says at which position.
    pub(super) fn add_statement(&mut self, to: Statements, statement: Map<String, Value>) -> usize {
        let list = match to {
            Statements::Outcomes => &mut self.outcomes,
            Statements::Notes => &mut self.notes,
        };
        let statement = Value::Object(statement);
        if let Some(at) = list.iter().position(|known| *known == statement) {
            return at;
        }
        list.push(statement);
        list.len() - 1
    }

    /// The confidence that holds without any in the file: nobody has looked at the sources yet.
    /// A higher one needs a source. Also takes back an end before the beginning.
    pub(super) fn settle(&mut self, words: &mut Words, report: &mut Report) {
        let line = self.record.line_of("confidence");
        let confidence = self.record.take("confidence");
        let confidence = confidence.as_ref().and_then(Value::as_str).unwrap_or(WITHOUT_SOURCES);
        let is_too_high = self.sources.is_empty() && confidence != WITHOUT_SOURCES;
        if is_too_high {
            let text = format!("“{confidence}” needs a source; it becomes “{WITHOUT_SOURCES}”");
            report.value(line, "confidence", text);
        }
        let confidence = if is_too_high { WITHOUT_SOURCES } else { confidence };
        let place = Place { line, name: "confidence" };
        self.record.tell(
            "confidence",
            words.id_of(VocabularyKind::Confidence, confidence).into(),
            place,
            report,
        );

        let year = |key| self.record.get(key).and_then(Value::as_u64);
        if let (Some(since), Some(until)) = (year("since"), year("until"))
            && until < since
        {
            let text = format!("{until} is before it began ({since}); left out");
            report.value(self.record.line_of("until"), "until", text);
            self.record.take("until");
        }
    }

    /// The object of the file, once everything is known and settled.
    pub(super) fn into_object(mut self) -> Map<String, Value> {
        let also = self.record.take("also");
        let mut project = self.record.into_object(&LISTS, &FIELDS);
        project.insert("outcomes".to_owned(), self.outcomes.into());
        project.insert("notes".to_owned(), self.notes.into());
        project.insert("sources".to_owned(), self.sources.into_iter().map(source).collect());
        project.extend(also.map(|also| ("also".to_owned(), also)));
        project
    }
}

fn address_of(source: &Map<String, Value>) -> Option<&str> {
    source.get("url").and_then(Value::as_str)
}

/// A source with all of its fields. Without a title it is called by its address.
fn source(mut source: Map<String, Value>) -> Value {
    let name = |url: &str| {
        url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_owned()
    };
    if let Some(name) = address_of(&source).map(name) {
        source.entry("title").or_insert_with(|| name.into());
    }
    for key in SOURCE_FIELDS {
        source.entry(key).or_insert(Value::Null);
    }
    source.into()
}
