//! The lenient reader: strict about the file, lenient about each record.

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

/// The major part of the schema version that this reader knows. A newer minor part only adds
/// fields, which are ignored.
pub const SCHEMA_MAJOR: &str = "1";

/// Reads a dataset file.
///
/// A record that breaks a rule is left out and reported, and everything else is kept: a project
/// goes alone, an organization takes its projects with it. Unknown fields are ignored, absent ones
/// are unknown. The rules are those of the dataset's published form: ids are slugs and unique,
/// coded values are in the vocabulary, addresses are `https` or `http`, an outcome names a source
/// that is there, `until` is not before `since`.
///
/// # Errors
///
/// When the bytes are not this kind of file at all: see [`DatasetError`].
pub fn read(bytes: &[u8]) -> Result<(Dataset, Vec<Problem>), DatasetError> {
    read_parsed(&parse(bytes)?)
}

/// Parses a dataset file, without reading what it says. An empty file, one with a byte order mark,
/// and one in UTF-16, are told apart from what is no JSON.
///
/// # Errors
///
/// When the file is empty, in UTF-16 or no JSON.
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

/// [Reads](read) what was parsed.
///
/// # Errors
///
/// When the value is no dataset, or one of another version.
pub fn read_parsed(value: &Value<'_>) -> Result<(Dataset, Vec<Problem>), DatasetError> {
    let mut reading = DatasetReader::begin(value)?;
    while reading.read_organization() {}
    Ok((reading.dataset, reading.problems))
}

/// The reading of a dataset, one organization after the other, for those who look at each and keep
/// none: a large file takes no more memory than it has to.
#[derive(Debug)]
pub struct DatasetReader<'v, 't> {
    organizations: Enumerate<slice::Iter<'v, Value<'t>>>,
    /// The ids of the organizations so far.
    used_ids: Vec<String>,
    dataset: Dataset,
    problems: Vec<Problem>,
}

impl<'v, 't> DatasetReader<'v, 't> {
    /// Reads what comes before the organizations.
    ///
    /// # Errors
    ///
    /// When the value is no dataset, or one of another version.
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

    /// Reads the next organization and its projects. `false` when there is none.
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

    /// Takes what was found so far, and forgets the records that were read so far.
    pub fn take_problems(&mut self) -> Vec<Problem> {
        self.dataset.organizations.clear();
        self.dataset.projects.clear();
        mem::take(&mut self.problems)
    }
}

/// The file as a record, if its version can be read.
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

/// Reads a value that has to be a record, and reports one that is none.
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
        // Those of metrics have all that the others have.
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

/// Reads the projects of an organization, also of one that is left out: a report names everything
/// that is wrong at once.
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

/// The name of a record in a report: its id, where it has a usable one.
fn record_id(value: &Value<'_>) -> Option<String> {
    let id = value.get("id")?.as_str()?;
    is_slug(id).then(|| id.to_owned())
}
