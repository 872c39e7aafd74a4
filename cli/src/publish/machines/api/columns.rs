//! A project on one line: the columns of every CSV file, which are the keys of the same in JSON.
//!
//! `rustscape import csv` reads columns of these names as what they are here; it does not know
//! those that are made for readers: `headline`, `n_sources`, `url` and `file`.

use rustscape::{
    dataset::{Dataset, Date, Project, ProjectIdx, TermIdx, Url, VocabularyKind},
    link::Route,
    wording::headline,
};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use super::{Publication, address};

/// A project on one line.
///
/// A field is a column: its name never changes, and new ones are added at the end. Unknown values
/// are `null`, or an empty list; an empty cell in CSV.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, description = "A project on one line.")]
pub(super) struct ProjectRow<'p> {
    /// Id of the organization.
    organization_id: &'p str,
    /// Name of the organization.
    organization: &'p str,
    /// Industry of the organization: an id.
    industry: Option<&'p str>,
    /// Home country of the organization: two letters of ISO 3166-1.
    country: Option<&'p str>,
    /// Id of the project in its organization.
    project_id: &'p str,
    /// Name of the project.
    project: &'p str,
    /// Description in a sentence or two.
    summary: Option<&'p str>,
    /// Domains: ids.
    domains: Vec<&'p str>,
    /// Technologies that it took the place of: ids.
    replaces: Vec<&'p str>,
    /// Origin, such as a rewrite: an id.
    kind: Option<&'p str>,
    /// Status: an id.
    status: Option<&'p str>,
    /// First year of use.
    since: Option<u16>,
    /// Year in which it ended.
    until: Option<u16>,
    /// Whether its source code is open.
    open_source: Option<bool>,
    /// Address of its source code.
    #[schemars(url)]
    repository: Option<&'p str>,
    /// License of its source code.
    license: Option<&'p str>,
    /// Confidence in its sources: an id.
    confidence: &'p str,
    /// Day on which its sources were last looked at.
    verified: Option<&'p str>,
    /// First measured outcome with a figure, such as “−70 % CPU” (with U+2212 for minus).
    headline: Option<String>,
    /// Number of sources.
    n_sources: usize,
    /// Address of the first source that has one.
    #[schemars(url)]
    source_1_url: Option<&'p str>,
    /// Page of the project.
    #[schemars(url)]
    url: String,
    /// Complete record of the project as JSON.
    #[schemars(url)]
    file: String,
}

impl<'p> ProjectRow<'p> {
    /// The line of a project.
    pub(super) fn of(publication: &'p Publication, idx: ProjectIdx) -> Self {
        let dataset = publication.dataset();
        let project = dataset.project(idx);
        let org = dataset.org(project.org);
        let id = |coded, term| dataset.vocabulary.term(coded, term).id.as_str();
        let ids = |coded, terms: &[TermIdx]| terms.iter().map(|term| id(coded, *term)).collect();
        Self {
            organization_id: &org.id,
            organization: &org.name,
            industry: org.industry.map(|term| id(VocabularyKind::Industry, term)),
            country: org.country.as_deref(),
            project_id: &project.id,
            project: &project.name,
            summary: Some(project.summary.as_str()).filter(|summary| !summary.is_empty()),
            domains: ids(VocabularyKind::Domain, &project.domains),
            replaces: ids(VocabularyKind::Replaces, &project.replaces),
            kind: project.kind.map(|term| id(VocabularyKind::Kind, term)),
            status: project.status.map(|term| id(VocabularyKind::Status, term)),
            since: project.since,
            until: project.until,
            open_source: project.open_source,
            repository: project.repository.as_ref().map(Url::as_str),
            license: project.license.as_deref(),
            confidence: id(VocabularyKind::Confidence, project.confidence),
            verified: project.verified.as_ref().map(Date::as_str),
            headline: headline_text(project, dataset),
            n_sources: project.sources.len(),
            source_1_url: source_url(project),
            url: publication.absolute(&Route::Project(idx)),
            file: publication.url.absolute(&address::project(&org.id, &project.id)),
        }
    }
}

/// The figure with spaces that may break: in a table nothing has to be kept together.
fn headline_text(project: &Project, dataset: &Dataset) -> Option<String> {
    let (_, figure) = headline(project, &dataset.vocabulary)?;
    Some([figure.amount, figure.quantity].join(" ").replace('\u{a0}', " "))
}

/// The first address of a source. Some sources, such as books, have none.
fn source_url(project: &Project) -> Option<&str> {
    project.sources.iter().find_map(|source| source.url.as_ref()).map(Url::as_str)
}

/// The names of the columns with their descriptions, in order.
pub(super) fn columns() -> Vec<(String, String)> {
    let schema = ProjectRow::json_schema(&mut SchemaGenerator::default());
    let properties = schema.get("properties").and_then(Value::as_object);
    let doc = |schema: &Value| schema["description"].as_str().unwrap_or_default().to_owned();
    let columns = properties.into_iter().flatten();
    columns.map(|(name, schema)| (name.clone(), doc(schema))).collect()
}
