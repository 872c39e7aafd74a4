use rustscape::{
    dataset::{Dataset, Date, OrgIdx, ProjectIdx, TermIdx, VocabularyKind},
    link::{Route, value_address},
    markup::{embed_height_px, n_embed_rows},
    search::{Facet, SearchResults},
    wording::{plain, route_name, sentence, title},
};

use super::Publication;

/// How many organizations the description of a list names: so many fit into what search engines
/// and chats show of it.
const N_NAMED: usize = 6;

/// A page of the site that search engines may list.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it shows.
    pub route: Route,
    /// Its address below the site: `org/acme/`; empty for the first page.
    pub address: String,
    /// Its title, which no other page has.
    pub title: String,
    /// What it is called, where the name of the site stands beside it.
    pub heading: String,
    /// What it shows, in a sentence or two. May be empty.
    pub description: String,
    /// The last day on which something that it shows was verified or changed.
    pub updated: Option<Date>,
    /// How high a frame of it is, in CSS pixels.
    pub frame_height_px: u32,
}

/// The height that is kept free for frames of pages that are no lists, in CSS pixels: about that of a
/// project with two figures. They tell their own once they are there.
const RECORD_HEIGHT_PX: u32 = 600;

/// Every page, in this order, also of claims and changes where there are none: the first page, the directory, what the atlas says of itself, the
/// claims and each verdict, the changes, organizations each followed by its projects, and every
/// value of every facet that a project has, where a record fills the facet.
pub fn pages(publication: &Publication) -> Vec<Page> {
    let dataset = publication.dataset();
    let mut routes = vec![Route::home(), Route::Directory, Route::About, Route::Claims(None)];
    if dataset.claims().next().is_some() {
        let n_verdicts = dataset.vocabulary.terms(VocabularyKind::Verdict).len();
        let verdicts = (0..).map(TermIdx).take(n_verdicts);
        routes.extend(verdicts.map(|verdict| Route::Claims(Some(verdict))));
    }
    routes.push(Route::Changes);
    for org in (0..).map(OrgIdx).take(dataset.organizations.len()) {
        routes.push(Route::Organization(org));
        routes.extend(dataset.org(org).project_idxs().map(Route::Project));
    }
    routes.extend(value_routes(publication));
    routes.into_iter().map(|route| page(publication, route)).collect()
}

/// The lists of one value of a facet that a project has. Organizations have pages of their own; a
/// facet that no record fills has none, because nothing leads there.
fn value_routes(publication: &Publication) -> Vec<Route> {
    let mut routes = Vec::new();
    for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org) {
        let ids = publication.catalog().listed(facet).map(|(_, value)| &value.id);
        routes.extend(ids.map(|id| publication.route(&value_address(facet, id))));
    }
    routes
}

fn page(publication: &Publication, route: Route) -> Page {
    let dataset = publication.dataset();
    // Only lists are searched for: to do so for each record would take minutes for ten thousand.
    let (results, sentence) = match &route {
        Route::Explore(query) => {
            let results = publication.search(query);
            let sentence = sentence(query, &results, publication.catalog());
            (results, sentence)
        }
        _ => (SearchResults::default(), Vec::new()),
    };
    let title = title(&route, dataset, &sentence);
    let sentence = plain(&sentence);
    let heading = if sentence.is_empty() { route_name(&route, dataset) } else { sentence.clone() };
    Page {
        address: publication.address(&route),
        description: description(dataset, &route, &sentence, &results),
        title,
        heading,
        updated: updated(dataset, &route, &results),
        frame_height_px: frame_height_px(dataset, &route, &results),
        route,
    }
}

fn description(
    dataset: &Dataset,
    route: &Route,
    sentence: &str,
    results: &SearchResults,
) -> String {
    let or_name = |summary: &str| {
        if summary.is_empty() { route_name(route, dataset) } else { summary.to_owned() }
    };
    match route {
        Route::Organization(org) => or_name(&dataset.org(*org).summary),
        Route::Project(project) => or_name(&dataset.project(*project).summary),
        Route::Explore(query) if !query.is_empty() => {
            let groups = results.groups.iter().take(N_NAMED);
            let names: Vec<_> = groups.map(|group| dataset.org(group.org).name.as_str()).collect();
            format!("{sentence}: {}", names.join(", "))
        }
        _ => dataset.description.clone(),
    }
}

/// When what a page shows was last verified; the day of the dataset for pages about it as a whole.
fn updated(dataset: &Dataset, route: &Route, results: &SearchResults) -> Option<Date> {
    let verified = |project: ProjectIdx| dataset.project(project).verified.clone();
    match route {
        Route::Organization(org) => dataset.org(*org).project_idxs().filter_map(verified).max(),
        Route::Project(project) => verified(*project),
        Route::Explore(query) if !query.is_empty() => results.projects().filter_map(verified).max(),
        _ => dataset.updated.clone(),
    }
}

fn frame_height_px(dataset: &Dataset, route: &Route, results: &SearchResults) -> u32 {
    let n_rows = match route {
        Route::Organization(org) => dataset.org(*org).n_projects as usize,
        Route::Explore(_) => n_embed_rows(results),
        _ => return RECORD_HEIGHT_PX,
    };
    embed_height_px(n_rows)
}
