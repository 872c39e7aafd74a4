//! What files say the same as a page.

use rustscape::{
    link::Route,
    search::Facet,
    wording::{facet_title, route_name},
};

use super::{
    AlternateLink, Publication, address,
    endpoint::{CSV, JSON, NDJSON},
    published_facets,
};

/// The files of the service that say the same as a page; none where the page shows something else
/// than records, or a part of them that has no file.
pub fn alternates(publication: &Publication, route: &Route) -> Vec<AlternateLink> {
    match route {
        Route::Explore(query) if query.is_empty() => all_projects(),
        Route::Explore(_) => value_at(publication, &publication.address(route)),
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
        Route::Directory => vec![whole("organizations.json", JSON, "All organizations as JSON")],
        Route::Changes => vec![whole("changes.json", JSON, "The changes as JSON")],
        Route::Claims(_) | Route::About | Route::NotFound { .. } => Vec::new(),
    }
}

fn all_projects() -> Vec<AlternateLink> {
    vec![
        whole("projects.csv", CSV, "All projects as CSV"),
        whole("projects.ndjson", NDJSON, "All projects as JSON, one on each line"),
    ]
}

/// The files of a page that shows one value of a facet and nothing else.
fn value_at(publication: &Publication, page: &str) -> Vec<AlternateLink> {
    let parts = page.strip_suffix('/').and_then(|page| page.split_once('/'));
    let Some((facet, id)) = parts else { return Vec::new() };
    let Some(facet) = published_facets().find(|known| known.key() == facet) else {
        return Vec::new();
    };
    let value = publication.catalog().listed(facet).find(|(_, value)| value.id == id);
    value.map_or_else(Vec::new, |(_, value)| of_value(facet, &value.id, &value.label))
}

fn of_value(facet: Facet, id: &str, label: &str) -> Vec<AlternateLink> {
    let alternate = |extension: &str, media_type, form: &str| AlternateLink {
        address: address::value(facet, id, extension),
        media_type,
        title: format!("{}: {label}, as {form}", facet_title(facet)),
    };
    vec![alternate("json", JSON, "JSON"), alternate("csv", CSV, "CSV")]
}

fn record(publication: &Publication, route: &Route, address: String) -> AlternateLink {
    let name = route_name(route, publication.dataset());
    AlternateLink { address, media_type: JSON, title: format!("{name} as JSON") }
}

fn whole(name: &str, media_type: &'static str, title: &str) -> AlternateLink {
    AlternateLink { address: [address::ROOT, name].concat(), media_type, title: title.to_owned() }
}
