//! A dataset that is being gathered.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{project::Project, record::Record, report::Report, words::Words};

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

/// Where the records of a dataset were in the file that was imported, by their ids.
pub(super) type Lines = HashMap<String, u64>;

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

    /// The dataset, and where its records were.
    pub(super) fn into_value(mut self, head: &Head, report: &mut Report) -> (Value, Lines) {
        let mut lines = Lines::new();
        for organization in &mut self.organizations {
            let id = &organization.record.id;
            lines.insert(id.clone(), organization.record.line);
            for project in &mut organization.projects {
                lines.insert(format!("{id}/{}", project.record.id), project.record.line);
                project.settle(&mut self.words, report);
            }
        }
        let organizations = self.organizations.into_iter().map(Organization::into_value);
        let mut file = json!({
            "schema_version": "1.0",
            "title": head.title,
            "vocabulary": self.words.vocabulary(),
            "redirects": [],
            "organizations": organizations.collect::<Vec<_>>(),
        });
        let optional = [
            ("description", &head.description),
            ("language", &head.language),
            ("license", &head.license),
            ("updated", &head.updated),
        ];
        for (key, text) in optional {
            if let Some(text) = text {
                file[key] = json!(text);
            }
        }
        (file, lines)
    }
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

    fn into_value(mut self) -> Value {
        let projects = self.projects.into_iter().map(Project::into_value).collect::<Vec<_>>();
        let mut of = |key| self.record.take(key).unwrap_or(Value::Null);
        let aliases = of("aliases");
        json!({
            "aliases": if aliases.is_null() { json!([]) } else { aliases },
            "industry": of("industry"),
            "country": of("country"),
            "homepage": of("homepage"),
            "summary": of("summary"),
            "projects": projects,
            "id": self.record.id,
            "name": self.record.name,
        })
    }
}
