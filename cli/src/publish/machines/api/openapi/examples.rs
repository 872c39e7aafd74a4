//! Examples of the files, made from the dataset itself.

use std::option;

use rustscape::{dataset::ProjectIdx, wording::headline};
use serde_json::{Value, to_value};

use crate::publish::{
    Publication,
    machines::api::{
        changes,
        endpoint::Endpoint,
        facets::{self, ValueProjects},
        head,
        records::SourceRecords,
        rows::ProjectRows,
    },
};

/// Largest number of entries of a list in an example. All entries have the same structure.
const N_ENTRIES: usize = 1;

/// Inputs of the examples.
pub(crate) struct Examples<'p> {
    /// Published dataset.
    pub(crate) publication: &'p Publication,
    /// All endpoints of the data API.
    pub(crate) endpoints: &'p [Endpoint],
    /// Records of the dataset file.
    pub(crate) records: &'p SourceRecords,
    /// Rows of the projects.
    pub(crate) rows: &'p ProjectRows,
    /// Facet values, sorted by facet.
    pub(crate) values: &'p [ValueProjects<'p>],
}

impl Examples<'_> {
    /// Returns the content of a file of an endpoint with shortened lists. `None` if the dataset has no
    /// suitable record, and for documents in a standard format.
    pub(super) fn of(&self, endpoint: &str) -> Option<Value> {
        let publication = self.publication;
        match endpoint {
            "index" => self.index(),
            "meta" => to_value(head::meta(publication, self.records)).ok(),
            "organizations" => to_value(head::organizations(publication, N_ENTRIES)).ok(),
            "organization" | "organizations_ndjson" => self.organization(),
            "project" | "projects_ndjson" => self.project(),
            "projects_csv" | "facet_value_csv" => self.table(ProjectRows::csv),
            "projects_spreadsheet" | "facet_value_spreadsheet" => {
                self.table(ProjectRows::spreadsheet)
            }
            "facets" => to_value(facets::list(publication, self.values.get(..N_ENTRIES)?)).ok(),
            "facet_value" => self.value(),
            "changes" => to_value(changes::changes(publication, self.records, N_ENTRIES)).ok(),
            _ => None,
        }
    }

    /// Returns the path parameter of the file of the example.
    pub(super) fn path_parameter(&self, name: &str) -> Option<String> {
        let dataset = self.publication.dataset();
        let project = dataset.project(self.example_project()?);
        match name {
            "org" => Some(dataset.org(project.org).id.clone()),
            "project" => Some(project.id.clone()),
            "facet" => Some(self.values.first()?.facet.key().to_owned()),
            _ => Some(self.values.first()?.value.id.clone()),
        }
    }

    fn index(&self) -> Option<Value> {
        let mut index = head::index(self.publication, self.endpoints);
        index.files.truncate(N_ENTRIES);
        to_value(index).ok()
    }

    fn organization(&self) -> Option<Value> {
        let org = self.publication.dataset().project(self.example_project()?).org;
        let mut file = to_value(self.records.published_organization(self.publication, org)).ok()?;
        if let Some(Value::Array(projects)) = file.get_mut("projects") {
            projects.truncate(N_ENTRIES);
        }
        Some(file)
    }

    fn project(&self) -> Option<Value> {
        to_value(self.records.published_project(self.publication, self.example_project()?)).ok()
    }

    fn value(&self) -> Option<Value> {
        let value = self.values.first()?;
        let projects = self.rows.json(value.projects.iter().copied().take(N_ENTRIES));
        to_value(facets::file(self.publication, value, projects)).ok()
    }

    fn table(
        &self,
        write: fn(&ProjectRows, option::IntoIter<ProjectIdx>) -> Vec<u8>,
    ) -> Option<Value> {
        let text = String::from_utf8(write(self.rows, self.example_project().into_iter())).ok()?;
        Some(text.into())
    }

    /// Returns the first project with a headline figure, or the first of all projects.
    fn example_project(&self) -> Option<ProjectIdx> {
        let dataset = self.publication.dataset();
        let has_headline =
            |idx: &ProjectIdx| headline(dataset.project(*idx), &dataset.vocabulary).is_some();
        let mut projects = self.rows.projects();
        projects.find(has_headline).or_else(|| self.rows.projects().next())
    }
}
