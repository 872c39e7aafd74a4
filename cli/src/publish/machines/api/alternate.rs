//! Data files that correspond to a page, for its `<link rel="alternate">` elements.

use rustscape::{
    link::Route,
    search::Facet,
    wording::{facet_title, route_name},
};

use super::{
    AlternateLink, Publication, address,
    endpoint::{CSV, JSON, NDJSON},
    facets::published_facets,
};

/// Returns the data files with the same records as a page. Empty if the page shows no records, or a
/// selection without a file.
pub fn alternates(publication: &Publication, route: &Route) -> Vec<AlternateLink> {
    match route {
        Route::Explore(query) if query.is_empty() => all_projects(),
        Route::Explore(_) => facet_value(publication, &publication.address(route)),
        Route::Organization(org) => {
            let file = address::organization(&publication.dataset().org(*org).id);
            vec![record(publication, route, file)]
        }
        Route::Project(project) => {
            let dataset = publication.dataset();
            let project = dataset.project(*project);
            let file = address::project(&dataset.org(project.org).id, &project.id);
            vec![record(publication, route, file)]
        }
        Route::Directory => {
            vec![top_level_file("organizations.json", JSON, "All organizations as JSON")]
        }
        Route::Changes => vec![top_level_file("changes.json", JSON, "The changes as JSON")],
        Route::Claims(_) | Route::About | Route::NotFound { .. } => Vec::new(),
    }
}

fn all_projects() -> Vec<AlternateLink> {
    vec![
        top_level_file("projects.csv", CSV, "All projects as CSV"),
        top_level_file("projects.ndjson", NDJSON, "All projects as JSON, one on each line"),
    ]
}

/// Returns the files of a page that shows the projects with one facet value.
fn facet_value(publication: &Publication, page: &str) -> Vec<AlternateLink> {
    let facet_and_id = page.strip_suffix('/').and_then(|page| page.split_once('/'));
    let Some((facet, id)) = facet_and_id else { return Vec::new() };
    let Some(facet) = published_facets().find(|known| known.key() == facet) else {
        return Vec::new();
    };
    let value = publication.catalog().listed(facet).find(|(_, value)| value.id == id);
    value.map_or_else(Vec::new, |(_, value)| value_files(facet, &value.id, &value.label))
}

fn value_files(facet: Facet, id: &str, label: &str) -> Vec<AlternateLink> {
    let alternate = |extension: &str, media_type, format: &str| AlternateLink {
        address: address::value(facet, id, extension),
        media_type,
        title: format!("{}: {label}, as {format}", facet_title(facet)),
    };
    vec![alternate("json", JSON, "JSON"), alternate("csv", CSV, "CSV")]
}

fn record(publication: &Publication, route: &Route, address: String) -> AlternateLink {
    let name = route_name(route, publication.dataset());
    AlternateLink { address, media_type: JSON, title: format!("{name} as JSON") }
}

fn top_level_file(name: &str, media_type: &'static str, title: &str) -> AlternateLink {
    AlternateLink { address: address::in_root(name), media_type, title: title.to_owned() }
}
