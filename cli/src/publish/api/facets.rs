//! The values of facets with the projects that have them.

use rustscape::{
    dataset::ProjectIdx,
    link::{Route, value_address},
    search::{Facet, FacetValue},
    wording::facet_title,
};
use serde_json::{Map, Value, json};

use super::{Publication, address, published_facets};

/// A value that projects have, as its page shows it.
#[derive(Debug)]
pub(super) struct ValueProjects<'p> {
    /// Its facet.
    pub(super) facet: Facet,
    /// The value.
    pub(super) value: &'p FacetValue,
    /// Its page.
    pub(super) route: Route,
    /// The projects in the order of the page. Never empty.
    pub(super) projects: Vec<ProjectIdx>,
}

/// Every value that has a page: the facets in the order of links, the values of each in the
/// order in which they are shown.
pub(super) fn values(publication: &Publication) -> Vec<ValueProjects<'_>> {
    let values = published_facets().flat_map(|facet| {
        publication.catalog().listed(facet).map(move |(_, value)| (facet, value))
    });
    values.filter_map(|(facet, value)| projects_of(publication, facet, value)).collect()
}

fn projects_of<'p>(
    publication: &'p Publication,
    facet: Facet,
    value: &'p FacetValue,
) -> Option<ValueProjects<'p>> {
    let route = publication.route(&value_address(facet, &value.id));
    let Route::Explore(query) = &route else { return None };
    let projects = publication.search(query).projects().collect();
    Some(ValueProjects { facet, value, route, projects })
}

/// `facets.json`: every facet with its values and how many projects each has.
pub(super) fn list(publication: &Publication, values: &[ValueProjects<'_>]) -> Value {
    let facets = values.chunk_by(|one, other| one.facet == other.facet).map(|values| {
        let facet = values.first().map(|value| value.facet);
        json!({
            "facet": facet.map(Facet::key),
            "title": facet.map(facet_title),
            "values": values.iter().map(|value| entry(publication, value)).collect::<Value>(),
        })
    });
    json!({"facets": facets.collect::<Value>()})
}

/// A value in the list of its facet.
fn entry(publication: &Publication, value: &ValueProjects<'_>) -> Value {
    let mut entry = what_it_is(publication, value);
    entry.insert("file".to_owned(), file_url(publication, value, "json"));
    entry.insert("csv".to_owned(), file_url(publication, value, "csv"));
    entry.into()
}

/// What the file of a value says before its projects.
pub(super) fn heading(publication: &Publication, value: &ValueProjects<'_>) -> Value {
    let facet = json!({"facet": value.facet.key(), "facet_title": facet_title(value.facet)});
    let mut heading = if let Value::Object(facet) = facet { facet } else { Map::new() };
    heading.extend(what_it_is(publication, value));
    heading.insert("csv".to_owned(), file_url(publication, value, "csv"));
    heading.into()
}

fn what_it_is(publication: &Publication, value: &ValueProjects<'_>) -> Map<String, Value> {
    let members = [
        ("value", json!(value.value.id)),
        ("label", json!(value.value.label)),
        ("hint", json!(value.value.hint)),
        ("n_projects", json!(value.projects.len())),
        ("url", json!(publication.absolute(&value.route))),
    ];
    members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn file_url(publication: &Publication, value: &ValueProjects<'_>, extension: &str) -> Value {
    let file = address::value(value.facet, &value.value.id, extension);
    json!(publication.url.absolute(&file))
}
