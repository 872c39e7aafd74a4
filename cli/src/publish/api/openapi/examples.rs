//! Examples of what is in the files, from the dataset itself.

use std::option;

use rustscape::{
    dataset::{OrgIdx, ProjectIdx},
    wording::headline,
};
use serde_json::{Value, json};

use crate::publish::{
    Publication,
    api::{
        changes,
        columns::Row,
        facets::{self, ValueProjects},
        head,
        records::{self, Records},
        rows::{self, Rows},
    },
};

/// How many entries of a list are shown: one says what the others look like.
const N_SHOWN: usize = 1;

/// What examples are made of.
pub(super) struct Examples<'p> {
    /// What is published.
    pub(super) publication: &'p Publication,
    /// Its records.
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
            "index" => Some(shortened(head::index(publication), "files")),
            "meta" => Some(head::meta(publication, self.records)),
            "organizations" => Some(head::organizations(publication, N_SHOWN)),
            "organization" | "organizations_ndjson" => self.organization(),
            "project" | "projects_ndjson" => self.project(),
            "projects_csv" | "facet_value_csv" => self.table(Rows::csv),
            "projects_spreadsheet" | "facet_value_spreadsheet" => self.table(Rows::spreadsheet),
            "facets" => Some(facets::list(publication, self.values.get(..N_SHOWN)?)),
            "facet_value" => self.value(),
            "changes" => Some(changes::changes(publication, self.records, N_SHOWN)),
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

    fn organization(&self) -> Option<Value> {
        let project = self.shown_project()?;
        let org: OrgIdx = self.publication.dataset().project(project).org;
        let mut record = records::organization_head(self.publication, org);
        append(&mut record, self.records.organization(org));
        Some(shortened(record, "projects"))
    }

    fn project(&self) -> Option<Value> {
        let project = self.shown_project()?;
        let mut record = records::project_head(self.publication, project);
        append(&mut record, self.records.project(self.publication, project));
        Some(record)
    }

    fn value(&self) -> Option<Value> {
        let value = self.values.first()?;
        let project = *value.projects.first()?;
        let mut file = facets::heading(self.publication, value);
        file["projects"] = json!([rows::object(&Row::of(self.publication, project))]);
        Some(file)
    }

    fn table(&self, make: fn(&Rows, option::IntoIter<ProjectIdx>) -> Vec<u8>) -> Option<Value> {
        let text = String::from_utf8(make(self.rows, self.shown_project().into_iter())).ok()?;
        Some(json!(text))
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

fn append(object: &mut Value, other: &Value) {
    if let (Value::Object(object), Value::Object(other)) = (object, other) {
        object.extend(other.clone());
    }
}

fn shortened(mut object: Value, key: &str) -> Value {
    if let Some(Value::Array(values)) = object.get_mut(key) {
        values.truncate(N_SHOWN);
    }
    object
}
