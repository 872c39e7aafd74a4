//! Examples of what is in the files, from the dataset itself.

use std::option;

use rustscape::{dataset::ProjectIdx, wording::headline};
use serde_json::{Value, to_value};

use crate::publish::{
    Publication,
    api::{
        changes,
        facets::{self, ValueProjects},
        head,
        records::Records,
        rows::Rows,
    },
};

/// How many entries of a list are shown: one says what the others look like.
const N_SHOWN: usize = 1;

/// What examples are made of.
pub(super) struct Examples<'p> {
    /// What is published.
    pub(super) publication: &'p Publication,
    /// The records.
    pub(super) records: &'p Records,
    /// Its projects on one line each.
    pub(super) rows: &'p Rows,
    /// Its values, facet after facet.
    pub(super) values: &'p [ValueProjects<'p>],
}

impl Examples<'_> {
    /// What is in a file of an endpoint, lists cut short. `None` where the dataset has nothing to
    /// show, and for documents whose form is somebody else's.
    pub(super) fn of(&self, endpoint: &str) -> Option<Value> {
        let publication = self.publication;
        match endpoint {
            "index" => self.index(),
            "meta" => to_value(head::meta(publication, self.records)).ok(),
            "organizations" => to_value(head::organizations(publication, N_SHOWN)).ok(),
            "organization" | "organizations_ndjson" => self.organization(),
            "project" | "projects_ndjson" => self.project(),
            "projects_csv" | "facet_value_csv" => self.table(Rows::csv),
            "projects_spreadsheet" | "facet_value_spreadsheet" => self.table(Rows::spreadsheet),
            "facets" => to_value(facets::list(publication, self.values.get(..N_SHOWN)?)).ok(),
            "facet_value" => self.value(),
            "changes" => to_value(changes::changes(publication, self.records, N_SHOWN)).ok(),
            _ => None,
        }
    }

    /// A parameter with which there is a file, that of the example.
    pub(super) fn of_parameter(&self, name: &str) -> Option<String> {
        let dataset = self.publication.dataset();
        let project = dataset.project(self.shown_project()?);
        match name {
            "org" => Some(dataset.org(project.org).id.clone()),
            "project" => Some(project.id.clone()),
            "facet" => Some(self.values.first()?.facet.key().to_owned()),
            _ => Some(self.values.first()?.value.id.clone()),
        }
    }

    fn index(&self) -> Option<Value> {
        let mut index = head::index(self.publication);
        index.files.truncate(N_SHOWN);
        to_value(index).ok()
    }

    fn organization(&self) -> Option<Value> {
        let org = self.publication.dataset().project(self.shown_project()?).org;
        let mut file = to_value(self.records.published_organization(self.publication, org)).ok()?;
        if let Some(Value::Array(projects)) = file.get_mut("projects") {
            projects.truncate(N_SHOWN);
        }
        Some(file)
    }

    fn project(&self) -> Option<Value> {
        to_value(self.records.published_project(self.publication, self.shown_project()?)).ok()
    }

    fn value(&self) -> Option<Value> {
        let value = self.values.first()?;
        let projects = self.rows.json(value.projects.iter().copied().take(N_SHOWN));
        to_value(facets::file(self.publication, value, projects)).ok()
    }

    fn table(&self, make: fn(&Rows, option::IntoIter<ProjectIdx>) -> Vec<u8>) -> Option<Value> {
        let text = String::from_utf8(make(self.rows, self.shown_project().into_iter())).ok()?;
        Some(text.into())
    }

    /// The first project with a headline figure; the first of all, where none has one.
    fn shown_project(&self) -> Option<ProjectIdx> {
        let dataset = self.publication.dataset();
        let has_headline =
            |idx: &ProjectIdx| headline(dataset.project(*idx), &dataset.vocabulary).is_some();
        let mut projects = self.rows.projects();
        projects.find(has_headline).or_else(|| self.rows.projects().next())
    }
}
