//! `index.json`, `meta.json` and `organizations.json`.

use rustscape::{
    dataset::{
        Date, OrgIdx, VocabularyKind,
        record::{Contribute, Post, SiteLink},
    },
    link::Route,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{
    Publication, address, endpoint::Endpoint, openapi::PublishedRecord, records::SourceRecords,
};

/// Description of the field `versions`.
const VERSIONS: &str = "\
    Earlier states of that file: a list, the newest first, of objects with `day`; `file`, which \
    never changes; and `changes`, the page of what changed since, null for today’s. Its addresses \
    are relative to the site.";

/// List of all files of the data API.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Index")]
pub(super) struct ServiceIndex<'p> {
    /// Title of the atlas.
    title: &'p str,
    /// URL of the site.
    #[schemars(url)]
    url: String,
    /// Identifier of this version of the data; differs after every change.
    version: &'p str,
    /// License of the data.
    license: Option<&'p str>,
    /// Dataset file, the source of all other files.
    #[schemars(url)]
    data: String,
    #[schemars(url, description = VERSIONS)]
    versions: String,
    /// All files; those of many records as one template.
    pub(super) files: Vec<IndexEntry>,
}

/// A file, or a family of files. Either url or template is null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct IndexEntry {
    /// Operation id in openapi.json.
    name: &'static str,
    /// Short description.
    title: &'static str,
    /// Media type.
    media_type: &'static str,
    /// URL of the file.
    #[schemars(url)]
    url: Option<String>,
    /// URL template (RFC 6570) of the files.
    template: Option<String>,
}

/// Metadata of the dataset.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Meta<'p> {
    /// Title of the atlas.
    title: &'p str,
    /// Description of the atlas.
    description: Option<&'p str>,
    /// Language of the texts, as a BCP 47 tag.
    language: Option<&'p str>,
    /// License of the data.
    license: Option<&'p str>,
    /// Day of the last change.
    updated: Option<&'p str>,
    /// Version of the format of the dataset file.
    #[schemars(with = "String")]
    schema_version: Value,
    /// Identifier of this version of the data; differs after every change.
    version: &'p str,
    /// URL of the site.
    #[schemars(url)]
    url: String,
    /// List of all files.
    #[schemars(url)]
    index: String,
    /// Dataset file, the source of all other files.
    #[schemars(url)]
    data: String,
    #[schemars(url, description = VERSIONS)]
    versions: String,
    #[schemars(with = "Option<PublishedRecord<Post<'static>>>")]
    post: Value,
    #[schemars(with = "Option<PublishedRecord<Contribute<'static>>>")]
    contribute: Value,
    /// Links to other websites.
    #[schemars(with = "Option<Vec<PublishedRecord<SiteLink<'static>>>>")]
    links: Value,
    counts: Counts,
}

/// Numbers of records.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Counts {
    /// Organizations.
    organizations: usize,
    /// Projects.
    projects: usize,
    /// Sources of all projects.
    sources: usize,
    /// Measured outcomes.
    outcomes: usize,
    /// Notes with context.
    notes: usize,
    /// Checked claims of the post.
    claims: usize,
    /// Events in the history of the dataset.
    events: usize,
}

/// All organizations in short.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct OrganizationList<'p> {
    /// Organizations sorted by id.
    organizations: Vec<OrganizationEntry<'p>>,
}

/// An organization in short.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OrganizationEntry<'p> {
    /// Id of the organization.
    id: &'p str,
    /// Name of the organization.
    name: &'p str,
    /// Industry: an id of the vocabulary.
    industry: Option<&'p str>,
    /// Home country: two letters of ISO 3166-1.
    country: Option<&'p str>,
    /// Number of projects.
    n_projects: u32,
    /// Page of the organization.
    #[schemars(url)]
    url: String,
    /// Complete record of the organization.
    #[schemars(url)]
    file: String,
}

/// Returns the content of `index.json`.
pub(super) fn index<'p>(publication: &'p Publication, endpoints: &[Endpoint]) -> ServiceIndex<'p> {
    let dataset = publication.dataset();
    ServiceIndex {
        title: &dataset.title,
        url: publication.url.absolute(""),
        version: &publication.version,
        license: dataset.license.as_deref(),
        data: publication.url.absolute(address::DATA),
        versions: publication.url.absolute(address::VERSIONS),
        files: endpoints.iter().map(|endpoint| entry(publication, endpoint)).collect(),
    }
}

fn entry(publication: &Publication, endpoint: &Endpoint) -> IndexEntry {
    let address = publication.url.absolute(&address::in_root(endpoint.path));
    let is_template = endpoint.parameters().next().is_some();
    let (url, template) = if is_template { (None, Some(address)) } else { (Some(address), None) };
    let Endpoint { name, title, media_type, .. } = *endpoint;
    IndexEntry { name, title, media_type, url, template }
}

/// Returns the content of `meta.json`.
pub(super) fn meta<'p>(publication: &'p Publication, records: &SourceRecords) -> Meta<'p> {
    let dataset = publication.dataset();
    let index = address::in_root("index.json");
    Meta {
        title: &dataset.title,
        description: Some(dataset.description.as_str()).filter(|text| !text.is_empty()),
        language: dataset.language.as_deref(),
        license: dataset.license.as_deref(),
        updated: dataset.updated.as_ref().map(Date::as_str),
        schema_version: records.top_level("schema_version"),
        version: &publication.version,
        url: publication.url.absolute(""),
        index: publication.url.absolute(&index),
        data: publication.url.absolute(address::DATA),
        versions: publication.url.absolute(address::VERSIONS),
        post: records.top_level("post"),
        contribute: records.top_level("contribute"),
        links: records.top_level("links"),
        counts: counts(publication),
    }
}

fn counts(publication: &Publication) -> Counts {
    let dataset = publication.dataset();
    let projects = &dataset.projects;
    Counts {
        organizations: dataset.organizations.len(),
        projects: projects.len(),
        sources: projects.iter().map(|project| project.sources.len()).sum(),
        outcomes: projects.iter().map(|project| project.outcomes.len()).sum(),
        notes: projects.iter().map(|project| project.notes.len()).sum(),
        claims: dataset.claims().count(),
        events: dataset.events.len(),
    }
}

/// Returns the content of `organizations.json`, with at most `n_max` organizations in the order of
/// the dataset.
pub(super) fn organizations(publication: &Publication, n_max: usize) -> OrganizationList<'_> {
    let n_organizations = publication.dataset().organizations.len();
    let organizations = (0..).map(OrgIdx).take(n_organizations.min(n_max));
    let organizations = organizations.map(|org| organization(publication, org));
    OrganizationList { organizations: organizations.collect() }
}

fn organization(publication: &Publication, idx: OrgIdx) -> OrganizationEntry<'_> {
    let dataset = publication.dataset();
    let org = dataset.org(idx);
    let industry = org.industry.map(|term| dataset.vocabulary.term(VocabularyKind::Industry, term));
    OrganizationEntry {
        id: &org.id,
        name: &org.name,
        industry: industry.map(|term| term.id.as_str()),
        country: org.country.as_deref(),
        n_projects: org.n_projects,
        url: publication.absolute(&Route::Organization(idx)),
        file: publication.url.absolute(&address::organization(&org.id)),
    }
}
