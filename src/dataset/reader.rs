//! Lenient reader: strict about the file, lenient about each record.

mod field_reader;
mod metadata;
mod records;

use std::{iter::Enumerate, mem, slice};

use serde::Deserialize;

use self::{
    field_reader::{FieldReader, describe, raw_value, type_name},
    metadata::read_metadata,
    records::{read_organization, read_project},
};
use super::{
    Dataset, DatasetError, OrgIdx, Organization, Problem, Project, ProjectIdx, RuleViolation, Term,
    Vocabulary, VocabularyKind,
    encoding::{is_utf16, strip_byte_order_mark},
    json::{self, SyntaxError, Value, ValueDeserializer},
    record::{self, RawContent, RawValue},
    slug::is_slug,
};

/// Major version of the schema that this reader supports. A newer minor version only adds fields,
/// which are ignored.
pub const SCHEMA_MAJOR: &str = "1";

/// Reads a dataset file.
///
/// A record that violates a rule is left out and reported; everything else is kept. Leaving out an
/// organization also leaves out its projects. Unknown fields are ignored, absent fields are
/// unknown. The rules are those of the published JSON Schema and of [`RuleViolation`]: ids are
/// unique slugs, terms are in the vocabulary, URLs are `https` or `http`, the source of an
/// outcome exists, and `until` is not before `since`.
///
/// ```
/// use rustscape::dataset::{RuleViolation, read};
///
/// let json = r#"{
///     "schema_version": "1.0",
///     "title": "Example",
///     "vocabulary": { "confidence": [{ "id": "unverified", "label": "Unverified" }] },
///     "organizations": [{
///         "id": "acme",
///         "name": "Acme",
///         "projects": [
///             { "id": "web-server", "name": "Web server", "confidence": "unverified" },
///             { "id": "Not a slug", "name": "Left out", "confidence": "unverified" }
///         ]
///     }]
/// }"#;
/// let (dataset, problems) = read(json.as_bytes()).unwrap();
/// assert_eq!(dataset.projects[0].name, "Web server");
/// assert_eq!(dataset.projects.len(), 1);
/// assert_eq!(problems[0].violation, RuleViolation::NotASlug);
/// assert_eq!(problems[0].at.line, 10);
/// ```
///
/// # Errors
///
/// Returns an error if the file as a whole is not a dataset: see [`DatasetError`].
pub fn read(bytes: &[u8]) -> Result<(Dataset, Vec<Problem>), DatasetError> {
    read_parsed(&parse(bytes)?)
}

/// Parses the JSON of a dataset file without reading records.
///
/// A UTF-8 byte order mark is skipped.
///
/// # Errors
///
/// Returns an error if the file is empty, encoded in UTF-16, or not JSON.
pub fn parse(bytes: &[u8]) -> Result<Value<'_>, DatasetError> {
    if is_utf16(bytes) {
        return Err(DatasetError::Utf16);
    }
    let bytes = strip_byte_order_mark(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DatasetError::Empty);
    }
    json::parse(bytes).map_err(not_json)
}

/// Reads a dataset from parsed JSON, like [`read`].
///
/// # Errors
///
/// Returns an error if the value is not a dataset, or has an unsupported schema version.
pub fn read_parsed(value: &Value<'_>) -> Result<(Dataset, Vec<Problem>), DatasetError> {
    let mut reader = DatasetReader::begin(value)?;
    while reader.read_organization() {}
    Ok((reader.dataset, reader.problems))
}

/// A reader of one organization after the other.
///
/// Callers that need only the problems of each organization can drop its records before the next
/// one, so that the memory does not grow with the file.
#[derive(Debug)]
pub struct DatasetReader<'v, 't> {
    organizations: Enumerate<slice::Iter<'v, Value<'t>>>,
    /// Sorted ids of the organizations read so far.
    used_ids: Vec<String>,
    dataset: Dataset,
    problems: Vec<Problem>,
}

impl<'v, 't> DatasetReader<'v, 't> {
    /// Reads the metadata and the vocabulary.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is not a dataset, or has an unsupported schema version.
    pub fn begin(value: &'v Value<'t>) -> Result<Self, DatasetError> {
        let file = read_file(value)?;
        let Some(organizations) = value.get("organizations").and_then(Value::as_list) else {
            return Err(DatasetError::NotADataset { missing: "list of organizations" });
        };
        let Some(lists) = value.get("vocabulary").and_then(Value::as_object) else {
            return Err(DatasetError::NotADataset { missing: "vocabulary" });
        };
        let mut problems = Vec::new();
        let mut dataset = read_metadata(FieldReader::new(value, "file", &mut problems), &file);
        for kind in VocabularyKind::ALL {
            let terms = lists.get(kind.key()).map_or(&[][..], Value::values);
            dataset.vocabulary.lists[kind as usize] = read_terms(kind, terms, &mut problems);
        }
        let organizations = organizations.iter().enumerate();
        Ok(Self { organizations, used_ids: Vec::new(), dataset, problems })
    }

    /// Reads the next organization and its projects. Returns `false` if there is none.
    pub fn read_organization(&mut self) -> bool {
        let Some((idx, value)) = self.organizations.next() else { return false };
        let name = record_id(value).unwrap_or_else(|| format!("organizations[{idx}]"));
        if let Some(record) = read_record(value, &name, &mut self.problems) {
            let vocabulary = &self.dataset.vocabulary;
            let mut fields = FieldReader::new(value, &name, &mut self.problems);
            let organization =
                read_organization(&mut fields, &record, vocabulary, &mut self.used_ids);
            let is_valid = fields.is_valid();
            let projects = read_projects(value, &name, vocabulary, &mut self.problems);
            if is_valid {
                add_organization(organization, projects, &mut self.dataset);
            }
        }
        true
    }

    /// Returns the problems found since the last call, and drops the records read so far.
    pub fn take_problems(&mut self) -> Vec<Problem> {
        self.dataset.organizations.clear();
        self.dataset.projects.clear();
        mem::take(&mut self.problems)
    }
}

/// Reads the top-level object and checks its version.
fn read_file<'v>(value: &'v Value<'_>) -> Result<record::Dataset<'v>, DatasetError> {
    let Ok(file) = record::Dataset::deserialize(ValueDeserializer::new(value)) else {
        return Err(DatasetError::NotADataset { missing: "object at its top" });
    };
    let version: &RawValue<'_> = &file.schema_version;
    if version.is_absent() {
        return Err(DatasetError::NotADataset { missing: "schema_version" });
    }
    let found = match version.content {
        RawContent::Text(text) => text.to_owned(),
        _ => describe(version),
    };
    if found.split('.').next() != Some(SCHEMA_MAJOR) {
        return Err(DatasetError::WrongVersion { found });
    }
    Ok(file)
}

/// Reads a record, and reports a value that is not an object.
fn read_record<'v, T: Deserialize<'v>>(
    value: &'v Value<'_>,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let record = T::deserialize(ValueDeserializer::new(value)).ok();
    if record.is_none() {
        problems.push(Problem {
            record: name.to_owned(),
            field: String::new(),
            violation: RuleViolation::WrongKind,
            reason: format!("is {}, not an object", type_name(&raw_value(value))),
            at: value.at,
        });
    }
    record
}

fn not_json(error: SyntaxError) -> DatasetError {
    let SyntaxError { line, column, reason } = error;
    DatasetError::NotJson { line, column, reason: reason.to_owned() }
}

fn read_terms(
    kind: VocabularyKind,
    values: &[Value<'_>],
    problems: &mut Vec<Problem>,
) -> Vec<Term> {
    let mut used_ids = Vec::new();
    let mut terms = Vec::new();
    for (idx, value) in values.iter().enumerate().take(usize::from(u16::MAX)) {
        let name = format!("vocabulary.{}[{idx}]", kind.key());
        // A metric has every field that other terms have.
        let term: Option<record::MetricTerm<'_>> = read_record(value, &name, problems);
        let Some(record) = term else { continue };
        let mut fields = FieldReader::new(value, &name, problems);
        let term = Term {
            id: fields.unique_slug(&record.id, &mut used_ids),
            label: fields.text(&record.label),
            hint: fields.optional_text(&record.hint),
            quantity: fields.optional_text(&record.quantity),
        };
        if fields.is_valid() {
            terms.push(term);
        }
    }
    terms
}

fn add_organization(mut organization: Organization, projects: Vec<Project>, dataset: &mut Dataset) {
    let Ok(org) = u32::try_from(dataset.organizations.len()) else { return };
    let Ok(first_project) = u32::try_from(dataset.projects.len()) else { return };
    organization.first_project = ProjectIdx(first_project);
    organization.n_projects = u32::try_from(projects.len()).unwrap_or(0);
    let of_this_one = projects.into_iter().map(|project| Project { org: OrgIdx(org), ..project });
    dataset.projects.extend(of_this_one);
    dataset.organizations.push(organization);
}

/// Reads the projects of an organization.
///
/// The projects of an invalid organization are read too, so that a report names every problem at
/// once.
fn read_projects(
    organization: &Value<'_>,
    org_name: &str,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Problem>,
) -> Vec<Project> {
    let mut used_ids = Vec::new();
    let mut projects = Vec::new();
    let values = organization.get("projects").map_or(&[][..], Value::values);
    for (idx, value) in values.iter().enumerate() {
        let id = record_id(value).unwrap_or_else(|| format!("projects[{idx}]"));
        let name = format!("{org_name}/{id}");
        let Some(record) = read_record(value, &name, problems) else { continue };
        let mut fields = FieldReader::new(value, &name, problems);
        let project = read_project(&mut fields, &record, vocabulary, &mut used_ids);
        if fields.is_valid() {
            projects.push(project);
        }
    }
    projects
}

/// Returns the id of a record for reports. `None` if it is not a slug.
fn record_id(value: &Value<'_>) -> Option<String> {
    let id = value.get("id")?.as_str()?;
    is_slug(id).then(|| id.to_owned())
}
