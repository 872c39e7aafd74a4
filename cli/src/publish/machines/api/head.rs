//! Files and state of the service: `index.json`, `meta.json` and the list of organizations.

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
    Publication, address,
    endpoint::{ENDPOINTS, Endpoint},
    openapi::Published,
    records::Records,
};

/// Description of the list of versions.
const VERSIONS: &str = "\
    Earlier states of that file: a list, the newest first, of objects with `day`; `file`, which \
    never changes; and `changes`, the page of what changed since, null for today’s. Its addresses \
    are relative to the site.";

/// Files of the service.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Index<'p> {
    /// Title of the atlas.
    title: &'p str,
    /// Address of the site.
    #[schemars(url)]
    url: String,
    /// Identifier of this state of the data, another one after each change.
    version: &'p str,
    /// License of the data.
    license: Option<&'p str>,
    /// The one file that everything is made of.
    #[schemars(url)]
    data: String,
    #[schemars(url, description = VERSIONS)]
    versions: String,
    /// Every file.
    pub(super) files: Vec<IndexEntry>,
}

/// A file, or files of one form. Either url or template is null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct IndexEntry {
    /// Name of the operation in openapi.json.
    name: &'static str,
    /// Short description.
    title: &'static str,
    /// Media type.
    media_type: &'static str,
    /// Address of the file.
    #[schemars(url)]
    url: Option<String>,
    /// Address of the files of this form, as a template of RFC 6570.
    template: Option<String>,
}

/// Statements of the dataset about itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Meta<'p> {
    /// Title of the atlas.
    title: &'p str,
    /// Subject of the atlas.
    description: Option<&'p str>,
    /// Language of the texts as a BCP 47 tag.
    language: Option<&'p str>,
    /// License of the data.
    license: Option<&'p str>,
    /// Day of the last change.
    updated: Option<&'p str>,
    /// Version of the form of the dataset file.
    #[schemars(with = "String")]
    schema_version: Value,
    /// Identifier of this state of the data, another one after each change.
    version: &'p str,
    /// Address of the site.
    #[schemars(url)]
    url: String,
    /// List of all files.
    #[schemars(url)]
    index: String,
    /// The one file that everything is made of.
    #[schemars(url)]
    data: String,
    #[schemars(url, description = VERSIONS)]
    versions: String,
    #[schemars(with = "Option<Published<Post<'static>>>")]
    post: Value,
    #[schemars(with = "Option<Published<Contribute<'static>>>")]
    contribute: Value,
    /// Links of the site to other places than the data.
    #[schemars(with = "Option<Vec<Published<SiteLink<'static>>>>")]
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
    /// Sentences of context.
    notes: usize,
    /// Checked sentences of the post.
    claims: usize,
    /// Changes of the data in its history.
    events: usize,
}

/// Every organization in short.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct OrganizationList<'p> {
    /// By id.
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

/// `index.json`: every file, those of many records by a template of RFC 6570.
pub(super) fn index(publication: &Publication) -> Index<'_> {
    let dataset = publication.dataset();
    Index {
        title: &dataset.title,
        url: publication.url.absolute(""),
        version: &publication.version,
        license: dataset.license.as_deref(),
        data: publication.url.absolute(address::DATA),
        versions: publication.url.absolute(address::VERSIONS),
        files: ENDPOINTS.iter().map(|endpoint| entry(publication, endpoint)).collect(),
    }
}

fn entry(publication: &Publication, endpoint: &Endpoint) -> IndexEntry {
    let address = publication.url.absolute(&[address::ROOT, endpoint.path].concat());
    let is_template = endpoint.parameters().next().is_some();
    let (url, template) = if is_template { (None, Some(address)) } else { (Some(address), None) };
    let Endpoint { name, title, media_type, .. } = *endpoint;
    IndexEntry { name, title, media_type, url, template }
}

/// `meta.json`: the dataset's statements about itself, and the numbers of its records.
pub(super) fn meta<'p>(publication: &'p Publication, records: &Records) -> Meta<'p> {
    let dataset = publication.dataset();
    let index = [address::ROOT, "index.json"].concat();
    Meta {
        title: &dataset.title,
        description: Some(dataset.description.as_str()).filter(|text| !text.is_empty()),
        language: dataset.language.as_deref(),
        license: dataset.license.as_deref(),
        updated: dataset.updated.as_ref().map(Date::as_str),
        schema_version: records.of_file("schema_version"),
        version: &publication.version,
        url: publication.url.absolute(""),
        index: publication.url.absolute(&index),
        data: publication.url.absolute(address::DATA),
        versions: publication.url.absolute(address::VERSIONS),
        post: records.of_file("post"),
        contribute: records.of_file("contribute"),
        links: records.of_file("links"),
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

/// `organizations.json`: at most so many organizations, in the order of the dataset.
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
