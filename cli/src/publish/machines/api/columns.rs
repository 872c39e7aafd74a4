//! Columns of the CSV files, which are also the keys of a project in lists of JSON.
//!
//! `rustscape import csv` reads columns with these names. It ignores the derived columns `headline`,
//! `n_sources`, `url` and `file`.

use rustscape::{
    dataset::{Dataset, Date, Project, ProjectIdx, TermIdx, Url, VocabularyKind},
    link::Route,
    wording::headline,
};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use super::{Publication, address};

/// A project as one row of a table.
///
/// Each field is a column. Names never change, and new columns go to the end. Unknown values are
/// `null` or an empty list in JSON and an empty cell in CSV.
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
    /// Technologies that the project replaced: ids.
    replaces: Vec<&'p str>,
    /// Origin, such as a rewrite: an id.
    kind: Option<&'p str>,
    /// Status: an id.
    status: Option<&'p str>,
    /// First year of use.
    since: Option<u16>,
    /// Last year of use.
    until: Option<u16>,
    /// `true` if the source code is open.
    open_source: Option<bool>,
    /// URL of the source code.
    #[schemars(url)]
    repository: Option<&'p str>,
    /// License of the source code.
    license: Option<&'p str>,
    /// Confidence in the sources: an id.
    confidence: &'p str,
    /// Day on which a curator last checked the sources.
    verified: Option<&'p str>,
    /// First measured outcome with a number, such as “−70 % CPU” (with U+2212 for minus).
    headline: Option<String>,
    /// Number of sources.
    n_sources: usize,
    /// URL of the first source that has one.
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
    /// Creates the row of a project.
    pub(super) fn of(publication: &'p Publication, idx: ProjectIdx) -> Self {
        let dataset = publication.dataset();
        let project = dataset.project(idx);
        let org = dataset.org(project.org);
        let id = |kind, term| dataset.vocabulary.term(kind, term).id.as_str();
        let ids = |kind, terms: &[TermIdx]| terms.iter().map(|term| id(kind, *term)).collect();
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

/// Returns the headline figure. Replaces no-break spaces, because table cells may break anywhere.
fn headline_text(project: &Project, dataset: &Dataset) -> Option<String> {
    let (_, figure) = headline(project, &dataset.vocabulary)?;
    Some([figure.amount, figure.quantity].join(" ").replace('\u{a0}', " "))
}

/// Returns the first URL of a source. Some sources, such as books, have none.
fn source_url(project: &Project) -> Option<&str> {
    project.sources.iter().find_map(|source| source.url.as_ref()).map(Url::as_str)
}

/// Returns the names and descriptions of the columns, in order.
pub(super) fn columns() -> Vec<(String, String)> {
    let schema = ProjectRow::json_schema(&mut SchemaGenerator::default());
    let properties = schema.get("properties").and_then(Value::as_object);
    let description =
        |schema: &Value| schema["description"].as_str().unwrap_or_default().to_owned();
    let columns = properties.into_iter().flatten();
    columns.map(|(name, schema)| (name.clone(), description(schema))).collect()
}
