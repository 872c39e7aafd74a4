//! The values of facets with the projects that have them.

use rustscape::{
    dataset::ProjectIdx,
    link::{Route, value_address},
    search::{Facet, FacetValue},
    wording::facet_title,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Publication, address, columns::ProjectRow, published_facets};

/// Facets of projects.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct FacetList<'p> {
    /// In the order of links.
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
    /// Every value that a project has, in display order.
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
    /// The same projects as a table.
    #[schemars(url)]
    csv: String,
}

/// Common part of the list of values and of the file of one value.
#[derive(Debug, Serialize, JsonSchema)]
struct ValueSummary<'p> {
    /// Id of the value; “unknown” for projects of which it is not known.
    value: &'p str,
    /// Label of the value.
    label: &'p str,
    /// Explanation in one line.
    hint: Option<&'p str>,
    /// Number of projects that have it.
    n_projects: usize,
    /// Page of the value.
    #[schemars(url)]
    url: String,
}

/// Projects of a value.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "ValueProjects")]
pub(super) struct ValueFile<'p> {
    /// Id of the facet.
    facet: &'static str,
    /// Title of the facet.
    facet_title: &'static str,
    #[serde(flatten)]
    summary: ValueSummary<'p>,
    /// The same as a table.
    #[schemars(url)]
    csv: String,
    /// In the order of the page.
    #[schemars(with = "Vec<ProjectRow<'_>>")]
    projects: Vec<&'p RawValue>,
}

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

/// A value in the list of its facet.
fn entry<'p>(publication: &Publication, value: &'p ValueProjects<'p>) -> ValueEntry<'p> {
    ValueEntry {
        summary: summary(publication, value),
        file: file_url(publication, value, "json"),
        csv: file_url(publication, value, "csv"),
    }
}

/// The file of a value, with projects that are written already.
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
