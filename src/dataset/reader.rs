//! The lenient reader: strict about the file, lenient about each record.

mod fields;
mod records;

use self::{
    fields::{Fields, is_slug, shown},
    records::{read_organization, read_project},
};
use super::{
    Coded, Dataset, DatasetError, OrgIdx, Organization, Problem, Project, ProjectIdx, Redirect,
    Term, Vocabulary,
    json::{self, Object, SyntaxError, Value},
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
    let file = parse(bytes)?;
    let Some(Value::List(organizations)) = file.get("organizations") else {
        return Err(DatasetError::NotADataset { missing: "list of organizations" });
    };
    let Some(Value::Object(lists)) = file.get("vocabulary") else {
        return Err(DatasetError::NotADataset { missing: "vocabulary" });
    };
    let mut problems = Vec::new();
    let dataset = read_file(&file, lists, organizations, &mut problems);
    Ok((dataset, problems))
}

fn parse(bytes: &[u8]) -> Result<Object<'_>, DatasetError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DatasetError::Empty);
    }
    let value = json::parse(bytes).map_err(not_json)?;
    let Value::Object(file) = value else {
        return Err(DatasetError::NotADataset { missing: "object at its top" });
    };
    let Some(version) = file.get("schema_version") else {
        return Err(DatasetError::NotADataset { missing: "schema_version" });
    };
    let found = version.as_str().map_or_else(|| shown(version), str::to_owned);
    if found.split('.').next() != Some(SCHEMA_MAJOR) {
        return Err(DatasetError::WrongVersion { found });
    }
    Ok(file)
}

fn not_json(error: SyntaxError) -> DatasetError {
    let SyntaxError { line, column, reason } = error;
    DatasetError::NotJson { line, column, reason: reason.to_owned() }
}

fn read_file(
    file: &Object<'_>,
    lists: &Object<'_>,
    organizations: &[Value<'_>],
    problems: &mut Vec<Problem>,
) -> Dataset {
    let mut head = Fields::new(file, "file", problems);
    let mut dataset = Dataset {
        title: head.text("title"),
        description: head.optional_text("description").unwrap_or_default(),
        license: head.optional_text("license"),
        updated: head.date("updated"),
        vocabulary: Vocabulary::default(),
        redirects: Vec::new(),
        organizations: Vec::new(),
        projects: Vec::new(),
    };
    for coded in Coded::ALL {
        let terms = lists.get(coded.key()).map_or(&[][..], Value::values);
        dataset.vocabulary.lists[coded as usize] = read_terms(coded, terms, problems);
    }
    if let Some(Value::List(redirects)) = file.get("redirects") {
        dataset.redirects = read_redirects(redirects, problems);
    }
    read_organizations(organizations, &mut dataset, problems);
    dataset
}

fn read_terms(coded: Coded, values: &[Value<'_>], problems: &mut Vec<Problem>) -> Vec<Term> {
    let mut taken = Vec::new();
    let mut terms = Vec::new();
    for (idx, value) in values.iter().enumerate().take(usize::from(u16::MAX)) {
        let place = format!("vocabulary.{}[{idx}]", coded.key());
        let Some(mut fields) = Fields::of_value(value, &place, problems) else { continue };
        let term = Term {
            id: fields.unique_slug("id", &mut taken),
            label: fields.text("label"),
            hint: fields.optional_text("hint"),
            quantity: fields.optional_text("quantity"),
        };
        if fields.are_sound() {
            terms.push(term);
        }
    }
    terms
}

fn read_redirects(values: &[Value<'_>], problems: &mut Vec<Problem>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (idx, value) in values.iter().enumerate() {
        let place = format!("redirects[{idx}]");
        let Some(mut fields) = Fields::of_value(value, &place, problems) else { continue };
        let redirect = Redirect { from: fields.text("from"), to: fields.text("to") };
        if fields.are_sound() {
            redirects.push(redirect);
        }
    }
    redirects
}

fn read_organizations(values: &[Value<'_>], dataset: &mut Dataset, problems: &mut Vec<Problem>) {
    let mut taken = Vec::new();
    for (idx, value) in values.iter().enumerate() {
        let place = record_name(value).unwrap_or_else(|| format!("organizations[{idx}]"));
        let Some(mut fields) = Fields::of_value(value, &place, problems) else { continue };
        let organization = read_organization(&mut fields, &dataset.vocabulary, &mut taken);
        if fields.are_sound() {
            add_organization(organization, value, dataset, problems);
        }
    }
}

fn add_organization(
    mut organization: Organization,
    value: &Value<'_>,
    dataset: &mut Dataset,
    problems: &mut Vec<Problem>,
) {
    let Ok(org) = u32::try_from(dataset.organizations.len()) else { return };
    let Ok(first_project) = u32::try_from(dataset.projects.len()) else { return };
    let projects = value.get("projects").map_or(&[][..], Value::values);
    let projects = read_projects(projects, &organization.id, dataset, problems);
    organization.first_project = ProjectIdx(first_project);
    organization.n_projects = u32::try_from(projects.len()).unwrap_or(0);
    let of_this_one = projects.into_iter().map(|project| Project { org: OrgIdx(org), ..project });
    dataset.projects.extend(of_this_one);
    dataset.organizations.push(organization);
}

fn read_projects(
    values: &[Value<'_>],
    org_id: &str,
    dataset: &Dataset,
    problems: &mut Vec<Problem>,
) -> Vec<Project> {
    let mut taken = Vec::new();
    let mut projects = Vec::new();
    for (idx, value) in values.iter().enumerate() {
        let name = record_name(value).unwrap_or_else(|| format!("projects[{idx}]"));
        let place = format!("{org_id}/{name}");
        let Some(mut fields) = Fields::of_value(value, &place, problems) else { continue };
        let project = read_project(&mut fields, &dataset.vocabulary, &mut taken);
        if fields.are_sound() {
            projects.push(project);
        }
    }
    projects
}

/// What a record is called in a report: its id, where it has a usable one.
fn record_name(value: &Value<'_>) -> Option<String> {
    let id = value.get("id")?.as_str()?;
    is_slug(id).then(|| id.to_owned())
}
