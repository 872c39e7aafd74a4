//! Facet values and their projects: `facets.json` and the files below `facets/`.

use rustscape::{
    dataset::ProjectIdx,
    link::{Route, value_address},
    search::{Facet, FacetValue},
    wording::facet_title,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Publication, address, columns::ProjectRow};

/// Facets of projects.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct FacetList<'p> {
    /// Facets in the order of the query parameters of links.
    facets: Vec<FacetEntry<'p>>,
}

/// A facet.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Facet")]
struct FacetEntry<'p> {
    /// Id of the facet.
    facet: &'static str,
    /// Title of the facet.
    title: &'static str,
    /// Values with at least one project, in display order.
    values: Vec<ValueEntry<'p>>,
}

/// A value of a facet.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Value")]
struct ValueEntry<'p> {
    #[serde(flatten)]
    summary: ValueSummary<'p>,
    /// Projects with this value.
    #[schemars(url)]
    file: String,
    /// Projects with this value, as a table.
    #[schemars(url)]
    csv: String,
}

/// Fields that the list of values and the file of one value have in common.
#[derive(Debug, Serialize, JsonSchema)]
struct ValueSummary<'p> {
    /// Id of the value; “unknown” for projects without a known value.
    value: &'p str,
    /// Label of the value.
    label: &'p str,
    /// Explanation in one line.
    hint: Option<&'p str>,
    /// Number of projects with this value.
    n_projects: usize,
    /// Page of the value.
    #[schemars(url)]
    url: String,
}

/// Projects with a facet value.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "ValueProjects")]
pub(super) struct ValueFile<'p> {
    /// Id of the facet.
    facet: &'static str,
    /// Title of the facet.
    facet_title: &'static str,
    #[serde(flatten)]
    summary: ValueSummary<'p>,
    /// Projects with this value, as a table.
    #[schemars(url)]
    csv: String,
    /// Projects in the order of the page.
    #[schemars(with = "Vec<ProjectRow<'_>>")]
    projects: Vec<&'p RawValue>,
}

/// A facet value and its projects, in the order of its page.
#[derive(Debug)]
pub(super) struct ValueProjects<'p> {
    /// Facet of the value.
    pub(super) facet: Facet,
    /// Facet value.
    pub(super) value: &'p FacetValue,
    /// Page of the value.
    pub(super) route: Route,
    /// Projects in the order of the page; never empty.
    pub(super) projects: Vec<ProjectIdx>,
}

/// Returns the facets with data files: all except organizations, which have records instead.
pub(super) fn published_facets() -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org)
}

/// Returns every facet value with a page. The facets are in the order of links, their values in
/// display order.
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

/// Returns the content of `facets.json`.
pub(super) fn list<'p>(
    publication: &Publication,
    values: &'p [ValueProjects<'p>],
) -> FacetList<'p> {
    let facets = values.chunk_by(|one, other| one.facet == other.facet).filter_map(|values| {
        let facet = values.first()?.facet;
        Some(FacetEntry {
            facet: facet.key(),
            title: facet_title(facet),
            values: values.iter().map(|value| entry(publication, value)).collect(),
        })
    });
    FacetList { facets: facets.collect() }
}

fn entry<'p>(publication: &Publication, value: &'p ValueProjects<'p>) -> ValueEntry<'p> {
    ValueEntry {
        summary: summary(publication, value),
        file: file_url(publication, value, "json"),
        csv: file_url(publication, value, "csv"),
    }
}

/// Returns the content of the file of a value. `projects` are the serialized rows of its projects.
pub(super) fn file<'p>(
    publication: &Publication,
    value: &'p ValueProjects<'p>,
    projects: Vec<&'p RawValue>,
) -> ValueFile<'p> {
    ValueFile {
        facet: value.facet.key(),
        facet_title: facet_title(value.facet),
        summary: summary(publication, value),
        csv: file_url(publication, value, "csv"),
        projects,
    }
}

fn summary<'p>(publication: &Publication, value: &'p ValueProjects<'p>) -> ValueSummary<'p> {
    ValueSummary {
        value: &value.value.id,
        label: &value.value.label,
        hint: value.value.hint.as_deref(),
        n_projects: value.projects.len(),
        url: publication.absolute(&value.route),
    }
}

fn file_url(publication: &Publication, value: &ValueProjects<'_>, extension: &str) -> String {
    let file = address::value(value.facet, &value.value.id, extension);
    publication.url.absolute(&file)
}
