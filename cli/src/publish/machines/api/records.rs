//! Records as the dataset file spells them, without fields for curators.

use std::collections::HashMap;

use rustscape::{
    dataset::{OrgIdx, ProjectIdx, record, strip_byte_order_mark},
    link::Route,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{File, Publication, address, openapi::PublishedRecord};
use crate::{
    json::to_json,
    schema::{self, ObjectSchema, Requirement, ValueType},
};

// No doc comment, because it would replace the description of the flattened record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Organization", deny_unknown_fields)]
pub(super) struct PublishedOrganization<'r> {
    /// Page of the organization.
    #[schemars(url)]
    url: String,
    #[serde(flatten)]
    #[schemars(with = "PublishedRecord<record::Organization<'static>>")]
    record: &'r Value,
}

// No doc comment, because it would replace the description of the flattened record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ProjectRecord", deny_unknown_fields)]
pub(super) struct PublishedProject<'r> {
    /// Page of the project.
    #[schemars(url)]
    url: String,
    organization: OrganizationName<'r>,
    #[serde(flatten)]
    #[schemars(with = "PublishedRecord<record::Project<'static>>")]
    record: &'r Value,
}

/// Organization of a project.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OrganizationName<'p> {
    /// Id of the organization.
    id: &'p str,
    /// Name of the organization.
    name: &'p str,
}

/// Content of the dataset file without fields for curators and without unknown keys.
#[derive(Debug)]
pub(super) struct SourceRecords {
    /// Top-level fields except `organizations`.
    file: Map<String, Value>,
    /// Organizations with their projects; the position is the [`OrgIdx`].
    organizations: Vec<Value>,
    /// Pages of organizations and projects by id path.
    routes: HashMap<String, Route>,
}

impl SourceRecords {
    /// Parses the dataset file again, this time as plain JSON that keeps the exact values. Omits the
    /// records that the reader skipped.
    pub(super) fn of(publication: &Publication) -> Self {
        let bytes = &publication.source;
        let bytes = strip_byte_order_mark(bytes);
        let read = serde_json::from_slice(bytes).unwrap_or_default();
        let mut file = match published(read, &ValueType::Object(schema::file_schema().clone())) {
            Value::Object(file) => file,
            _ => Map::new(),
        };
        let organizations = file.remove("organizations").unwrap_or_default();
        Self {
            file,
            organizations: organizations_of(publication, organizations),
            routes: routes(publication),
        }
    }

    /// Returns a top-level field, except `organizations`; `null` if the file does not have it.
    pub(super) fn top_level(&self, key: &str) -> Value {
        self.file.get(key).cloned().unwrap_or_default()
    }

    /// Returns the page of an organization or a project by its current id path.
    pub(super) fn route(&self, ids: &str) -> Option<&Route> {
        self.routes.get(ids)
    }

    /// Returns the content of the file of an organization.
    pub(super) fn published_organization(
        &self,
        publication: &Publication,
        org: OrgIdx,
    ) -> PublishedOrganization<'_> {
        let url = publication.absolute(&Route::Organization(org));
        PublishedOrganization { url, record: self.organization(org) }
    }

    /// Returns the content of the file of a project.
    pub(super) fn published_project<'r>(
        &'r self,
        publication: &'r Publication,
        project: ProjectIdx,
    ) -> PublishedProject<'r> {
        let dataset = publication.dataset();
        let org = dataset.project(project).org;
        let at = project.0.saturating_sub(dataset.org(org).first_project.0);
        let url = publication.absolute(&Route::Project(project));
        PublishedProject {
            url,
            organization: OrganizationName {
                id: &dataset.org(org).id,
                name: &dataset.org(org).name,
            },
            record: &self.organization(org)["projects"][at as usize],
        }
    }

    fn organization(&self, org: OrgIdx) -> &Value {
        self.organizations.get(org.0 as usize).unwrap_or(&Value::Null)
    }

    /// Returns the files of all organizations and projects, and the two files with all of them.
    pub(super) fn files(&self, publication: &Publication) -> Vec<File> {
        let dataset = publication.dataset();
        let mut files = Vec::new();
        let (mut all_organizations, mut all_projects) = (String::new(), String::new());
        for org in (0..).map(OrgIdx).take(dataset.organizations.len()) {
            let id = &dataset.org(org).id;
            let text = to_json(&self.published_organization(publication, org)) + "\n";
            all_organizations.push_str(&text);
            files.push(File::new(address::organization(id), text));
            for project in dataset.org(org).project_idxs() {
                let text = to_json(&self.published_project(publication, project)) + "\n";
                all_projects.push_str(&text);
                let path = address::project(id, &dataset.project(project).id);
                files.push(File::new(path, text));
            }
        }
        files.push(File::new(address::in_root("organizations.ndjson"), all_organizations));
        files.push(File::new(address::in_root("projects.ndjson"), all_projects));
        files
    }
}

/// Removes the fields that are not published from a value.
fn published(value: Value, value_type: &ValueType) -> Value {
    match (value, value_type) {
        (Value::Object(members), ValueType::Object(object)) => {
            Value::Object(published_members(members, object))
        }
        (Value::Array(values), ValueType::List(of)) => {
            values.into_iter().map(|value| published(value, of)).collect()
        }
        (value, _) => value,
    }
}

fn published_members(members: Map<String, Value>, object: &ObjectSchema) -> Map<String, Value> {
    let members = members.into_iter().filter_map(|(key, value)| {
        let field = object.field(&key)?;
        let is_published = field.requirement != Requirement::ForCurators;
        is_published.then(|| (key, published(value, &field.value_type)))
    });
    members.collect()
}

/// Returns the organizations of the file in the order of their [`OrgIdx`].
fn organizations_of(publication: &Publication, read: Value) -> Vec<Value> {
    let dataset = publication.dataset();
    let mut by_id = by_id(read);
    let organizations = dataset.organizations.iter().map(|org| {
        let mut record = by_id.remove(&org.id).unwrap_or_default();
        if let Some(projects @ Value::Array(_)) = record.get_mut("projects") {
            let mut by_id = self::by_id(projects.take());
            let ids = org.project_idxs().map(|project| &dataset.project(project).id);
            *projects = ids.filter_map(|id| by_id.remove(id)).collect();
        }
        record
    });
    organizations.collect()
}

/// Returns records by id. The first of two records with the same id wins, as in the reader.
fn by_id(records: Value) -> HashMap<String, Value> {
    let Value::Array(records) = records else { return HashMap::new() };
    let mut by_id = HashMap::with_capacity(records.len());
    for record in records {
        if let Some(id) = record["id"].as_str().map(str::to_owned) {
            by_id.entry(id).or_insert(record);
        }
    }
    by_id
}

fn routes(publication: &Publication) -> HashMap<String, Route> {
    let dataset = publication.dataset();
    let mut routes = HashMap::new();
    for (org_idx, org) in (0..).map(OrgIdx).zip(&dataset.organizations) {
        routes.insert(org.id.clone(), Route::Organization(org_idx));
        for project in org.project_idxs() {
            routes.insert(dataset.full_id(project), Route::Project(project));
        }
    }
    routes
}
