//! A dataset that is being gathered.

use std::{collections::HashMap, mem};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    project::Project,
    record::{Places, Record, one_line},
    report::{Loss, Report},
    words::Words,
};
use crate::{invisible::CleanedText, json::to_value};

/// What a dataset says of itself.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// What the atlas is called; not empty.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: Option<String>,
    /// The language of its texts, as a BCP 47 tag.
    pub language: Option<String>,
    /// The license of the data.
    pub license: Option<String>,
    /// The day of the last change, in the form of a date.
    pub updated: Option<String>,
}

/// The title of an atlas for which nobody gave one.
pub(super) const UNTITLED: &str = "Atlas";

/// A dataset file without its vocabulary.
#[derive(Debug, Serialize)]
struct File {
    schema_version: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    redirects: [(); 0],
    organizations: Vec<Map<String, Value>>,
}

/// Organizations and projects by their ids, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) words: Words,
    organizations: Vec<Organization>,
    by_id: HashMap<String, usize>,
}

/// An organization on its way into a dataset.
#[derive(Debug)]
pub(super) struct Organization {
    pub(super) record: Record,
    projects: Vec<Project>,
    by_id: HashMap<String, usize>,
}

/// The places in the imported file of the records of a dataset and of their values.
#[derive(Debug, Default)]
pub(super) struct SourceMap {
    /// The line and the values of each record, by its full id.
    records: HashMap<String, (u64, Places)>,
}

impl SourceMap {
    fn add(&mut self, id: String, record: &mut Record) {
        self.records.insert(id, (record.line, mem::take(&mut record.places)));
    }

    /// The line of a field of a record, and what the file calls it. The field is empty for the
    /// record itself. `None` where the file does not have the record.
    pub(super) fn place(&self, record: &str, field: &str) -> Option<(u64, String)> {
        let (line, places) = self.records.get(record)?;
        match places.of(field) {
            Some(place) => Some((place.line, place.name.to_owned())),
            None if field.is_empty() => Some((*line, record.to_owned())),
            None => Some((*line, format!("{record}: {field}"))),
        }
    }
}

impl Draft {
    /// The organization of an id, which is new if nobody named it before.
    pub(super) fn organization(&mut self, id: &str, name: &str, line: u64) -> &mut Organization {
        let next = self.organizations.len();
        let at = *self.by_id.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.organizations.push(Organization {
                record: Record::new(id, name, line),
                projects: Vec::new(),
                by_id: HashMap::new(),
            });
        }
        &mut self.organizations[at]
    }

    /// The dataset without its vocabulary, its terms, and where its records were.
    pub(super) fn into_parts(
        mut self,
        head: &Head,
        report: &mut Report,
    ) -> (Value, Words, SourceMap) {
        let mut sources = SourceMap::default();
        for organization in &mut self.organizations {
            let id = organization.record.id.clone();
            for project in &mut organization.projects {
                project.settle(&mut self.words, report);
                sources.add(format!("{id}/{}", project.record.id), &mut project.record);
            }
            sources.add(id, &mut organization.record);
        }
        let title = visible("title", &head.title, report).unwrap_or_else(|| UNTITLED.to_owned());
        let mut known = |key, text: &Option<String>| visible(key, text.as_deref()?, report);
        let organizations = self.organizations.into_iter().map(Organization::into_object);
        let file = File {
            schema_version: "1.0",
            title,
            description: known("description", &head.description),
            language: known("language", &head.language),
            license: known("license", &head.license),
            updated: known("updated", &head.updated),
            redirects: [],
            organizations: organizations.collect(),
        };
        (to_value(&file), self.words, sources)
    }
}

/// A text on one line without what cannot be seen, which is reported; `None` where nothing is left.
fn visible(key: &str, text: &str, report: &mut Report) -> Option<String> {
    let visible = CleanedText::new(text);
    if let Some(notice) = visible.notice() {
        report.whole(key, notice, (1, Loss::Nothing));
    }
    Some(one_line(&visible.text)).filter(|text| !text.is_empty())
}

impl Organization {
    /// The project of an id, which is new if nobody named it before.
    pub(super) fn project(&mut self, id: &str, name: &str, line: u64) -> &mut Project {
        let next = self.projects.len();
        let at = *self.by_id.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.projects.push(Project::new(Record::new(id, name, line)));
        }
        &mut self.projects[at]
    }

    fn into_object(self) -> Map<String, Value> {
        let fields = ["industry", "country", "homepage", "summary"];
        let projects = self.projects.into_iter().map(Project::into_object);
        let mut organization = self.record.into_object(&["aliases"], &fields);
        organization.insert("projects".to_owned(), projects.collect());
        organization
    }
}
