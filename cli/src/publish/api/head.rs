//! What there is, and of what state: `index.json`, `meta.json` and the list of organizations.

use rustscape::{
    dataset::{Coded, Date, OrgIdx},
    link::Route,
};
use serde_json::{Value, json};

use super::{
    Publication, address,
    endpoint::{ENDPOINTS, Endpoint},
    records::Records,
};

/// `index.json`: every file, those of many records by a template of RFC 6570.
pub(super) fn index(publication: &Publication) -> Value {
    let dataset = publication.dataset();
    json!({
        "title": dataset.title,
        "url": publication.url.absolute(""),
        "version": publication.version,
        "license": dataset.license,
        "data": publication.url.absolute(address::DATA),
        "versions": publication.url.absolute(address::VERSIONS),
        "files": ENDPOINTS.iter().map(|endpoint| entry(publication, endpoint)).collect::<Value>(),
    })
}

fn entry(publication: &Publication, endpoint: &Endpoint) -> Value {
    let address = publication.url.absolute(&[address::ROOT, endpoint.path].concat());
    let is_template = endpoint.parameters().next().is_some();
    let (url, template) = if is_template { (None, Some(address)) } else { (Some(address), None) };
    json!({
        "name": endpoint.name,
        "title": endpoint.title,
        "media_type": endpoint.media_type,
        "url": url,
        "template": template,
    })
}

/// `meta.json`: what the dataset says of itself, and how much is in it.
pub(super) fn meta(publication: &Publication, records: &Records) -> Value {
    let dataset = publication.dataset();
    let index = [address::ROOT, "index.json"].concat();
    json!({
        "title": dataset.title,
        "description": Some(&dataset.description).filter(|text| !text.is_empty()),
        "language": dataset.language,
        "license": dataset.license,
        "updated": dataset.updated.as_ref().map(Date::as_str),
        "schema_version": records.of_file("schema_version"),
        "version": publication.version,
        "url": publication.url.absolute(""),
        "index": publication.url.absolute(&index),
        "data": publication.url.absolute(address::DATA),
        "versions": publication.url.absolute(address::VERSIONS),
        "post": records.of_file("post"),
        "contribute": records.of_file("contribute"),
        "links": records.of_file("links"),
        "counts": counts(publication),
    })
}

fn counts(publication: &Publication) -> Value {
    let dataset = publication.dataset();
    let projects = &dataset.projects;
    json!({
        "organizations": dataset.organizations.len(),
        "projects": projects.len(),
        "sources": projects.iter().map(|project| project.sources.len()).sum::<usize>(),
        "outcomes": projects.iter().map(|project| project.outcomes.len()).sum::<usize>(),
        "notes": projects.iter().map(|project| project.notes.len()).sum::<usize>(),
        "claims": dataset.claims().count(),
        "events": dataset.events.len(),
    })
}

/// `organizations.json`: at most so many organizations, in the order of the dataset.
pub(super) fn organizations(publication: &Publication, n_max: usize) -> Value {
    let n_organizations = publication.dataset().organizations.len();
    let organizations = (0..).map(OrgIdx).take(n_organizations.min(n_max));
    let organizations = organizations.map(|org| organization(publication, org));
    json!({"organizations": organizations.collect::<Value>()})
}

fn organization(publication: &Publication, idx: OrgIdx) -> Value {
    let dataset = publication.dataset();
    let org = dataset.org(idx);
    let industry = org.industry.map(|term| &dataset.vocabulary.term(Coded::Industry, term).id);
    json!({
        "id": org.id,
        "name": org.name,
        "industry": industry,
        "country": org.country,
        "n_projects": org.n_projects,
        "url": publication.absolute(&Route::Organization(idx)),
        "file": publication.url.absolute(&address::organization(&org.id)),
    })
}
