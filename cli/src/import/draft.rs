//! A dataset while its records are collected.

use std::{collections::HashMap, mem};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    location::FieldLocations,
    message::one_line,
    metadata::{DatasetMetadata, UNTITLED},
    project_draft::ProjectDraft,
    record_draft::RecordDraft,
    report::{ImportReport, Omission},
    vocabulary_builder::VocabularyBuilder,
};
use crate::{invisible::CleanedText, json::to_value};

/// A dataset file without its vocabulary.
#[derive(Debug, Serialize)]
struct DraftFile {
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

/// The organizations and terms of a dataset, in the order of the imported file.
#[derive(Debug, Default)]
pub(super) struct DatasetDraft {
    pub(super) vocabulary: VocabularyBuilder,
    organizations: Vec<OrganizationDraft>,
    /// The positions of the organizations by id.
    by_id: HashMap<String, usize>,
}

/// An organization of a [`DatasetDraft`].
#[derive(Debug)]
pub(super) struct OrganizationDraft {
    pub(super) record: RecordDraft,
    projects: Vec<ProjectDraft>,
    /// The positions of the projects by id.
    by_id: HashMap<String, usize>,
}

/// A map from the records of a dataset, and their fields, to locations in the imported file.
#[derive(Debug, Default)]
pub(super) struct SourceMap {
    /// The line of each record and the locations of its fields, by full id.
    records: HashMap<String, (u64, FieldLocations)>,
}

impl SourceMap {
    fn add(&mut self, id: String, record: &mut RecordDraft) {
        self.records.insert(id, (record.line, mem::take(&mut record.locations)));
    }

    /// Returns the line of a field of a record and its name in the file. An empty field stands for
    /// the record itself. Returns `None` if the file does not contain the record.
    pub(super) fn locate(&self, record: &str, field: &str) -> Option<(u64, String)> {
        let (line, locations) = self.records.get(record)?;
        match locations.get(field) {
            Some(location) => Some((location.line, location.name.to_owned())),
            None if field.is_empty() => Some((*line, record.to_owned())),
            None => Some((*line, format!("{record}: {field}"))),
        }
    }
}

impl DatasetDraft {
    /// Returns the organization with this id; adds it if it is new.
    pub(super) fn organization(
        &mut self,
        id: &str,
        name: &str,
        line: u64,
    ) -> &mut OrganizationDraft {
        let next = self.organizations.len();
        let at = *self.by_id.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.organizations.push(OrganizationDraft {
                record: RecordDraft::new(id, name, line),
                projects: Vec::new(),
                by_id: HashMap::new(),
            });
        }
        &mut self.organizations[at]
    }

    /// Returns the dataset file without its vocabulary, the terms, and the locations of the
    /// records.
    pub(super) fn into_parts(
        mut self,
        metadata: &DatasetMetadata,
        report: &mut ImportReport,
    ) -> (Value, VocabularyBuilder, SourceMap) {
        let mut sources = SourceMap::default();
        for organization in &mut self.organizations {
            let id = organization.record.id.clone();
            for project in &mut organization.projects {
                project.finalize(&mut self.vocabulary, report);
                sources.add(format!("{id}/{}", project.record.id), &mut project.record);
            }
            sources.add(id, &mut organization.record);
        }
        let title = visible_text("title", &metadata.title, report);
        let title = title.unwrap_or_else(|| UNTITLED.to_owned());
        let mut optional = |key, text: &Option<String>| visible_text(key, text.as_deref()?, report);
        let organizations = self.organizations.into_iter().map(OrganizationDraft::into_object);
        let file = DraftFile {
            schema_version: "1.0",
            title,
            description: optional("description", &metadata.description),
            language: optional("language", &metadata.language),
            license: optional("license", &metadata.license),
            updated: optional("updated", &metadata.updated),
            redirects: [],
            organizations: organizations.collect(),
        };
        (to_value(&file), self.vocabulary, sources)
    }
}

/// Returns a text on one line; removes and reports invisible characters. Returns `None` if nothing
/// else is in the text.
fn visible_text(key: &str, text: &str, report: &mut ImportReport) -> Option<String> {
    let visible = CleanedText::new(text);
    if let Some(notice) = visible.notice() {
        report.add_summary(key, notice, (1, Omission::Nothing));
    }
    Some(one_line(&visible.text)).filter(|text| !text.is_empty())
}

impl OrganizationDraft {
    /// Returns the project with this id; adds it if it is new.
    pub(super) fn project(&mut self, id: &str, name: &str, line: u64) -> &mut ProjectDraft {
        let next = self.projects.len();
        let at = *self.by_id.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.projects.push(ProjectDraft::new(RecordDraft::new(id, name, line)));
        }
        &mut self.projects[at]
    }

    fn into_object(self) -> Map<String, Value> {
        let fields = ["industry", "country", "homepage", "summary"];
        let projects = self.projects.into_iter().map(ProjectDraft::into_object);
        let mut organization = self.record.into_object(&["aliases"], &fields);
        organization.insert("projects".to_owned(), projects.collect());
        organization
    }
}
