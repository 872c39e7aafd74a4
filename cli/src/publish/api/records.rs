//! The records of the dataset file.

use std::collections::HashMap;

use rustscape::{
    dataset::{OrgIdx, ProjectIdx, record, strip_byte_order_mark},
    link::Route,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{File, Publication, address, file, openapi::Published};
use crate::{
    json::to_json,
    schema::{self, ObjectSchema, Requirement, ValueType},
};

// Without a doc comment, which would take the place of the description of the record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Organization", deny_unknown_fields)]
pub(super) struct PublishedOrganization<'r> {
    /// Page of the organization.
    #[schemars(url)]
    url: String,
    #[serde(flatten)]
    #[schemars(with = "Published<record::Organization<'static>>")]
    record: &'r Value,
}

// Without a doc comment, which would take the place of the description of the record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ProjectRecord", deny_unknown_fields)]
pub(super) struct PublishedProject<'r> {
    /// Page of the project.
    #[schemars(url)]
    url: String,
    organization: OrganizationName<'r>,
    #[serde(flatten)]
    #[schemars(with = "Published<record::Project<'static>>")]
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

/// The content of the dataset file, without what is there for curators and without keys that the schema
/// does not name.
#[derive(Debug)]
pub(super) struct Records {
    /// The file without its organizations.
    file: Map<String, Value>,
    /// The organizations, each at its dense id and with its projects.
    organizations: Vec<Value>,
    /// The projects, by the ids of their organization and their own.
    routes: HashMap<String, Route>,
}

impl Records {
    /// Reads the dataset file once more, now for what it says word by word. Records that the
    /// reader left out are left out here too.
    pub(super) fn of(publication: &Publication) -> Self {
        let bytes = &publication.source;
        let bytes = strip_byte_order_mark(bytes);
        let read = serde_json::from_slice(bytes).unwrap_or_default();
        let mut file = match published(read, &ValueType::Object(schema::file().clone())) {
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

    /// What the file has at a key; `null` where it has nothing. Not for the organizations.
    pub(super) fn of_file(&self, key: &str) -> Value {
        self.file.get(key).cloned().unwrap_or_default()
    }

    /// The page of `organization` or `organization/project`, by the ids of today.
    pub(super) fn route(&self, ids: &str) -> Option<&Route> {
        self.routes.get(ids)
    }

    /// The file of an organization.
    pub(super) fn published_organization(
        &self,
        publication: &Publication,
        org: OrgIdx,
    ) -> PublishedOrganization<'_> {
        let url = publication.absolute(&Route::Organization(org));
        PublishedOrganization { url, record: self.organization(org) }
    }

    /// The file of a project.
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

    /// An organization as it stands in the file.
    fn organization(&self, org: OrgIdx) -> &Value {
        self.organizations.get(org.0 as usize).unwrap_or(&Value::Null)
    }

    /// The files of organizations and projects, and of all of them together.
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
        files.push(file("organizations.ndjson", all_organizations));
        files.push(file("projects.ndjson", all_projects));
        files
    }
}

/// A value without the keys that readers do not get.
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

/// The organizations of the file, each at its dense id.
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

/// Records by their ids. Of two with the same one, readers get the first.
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
