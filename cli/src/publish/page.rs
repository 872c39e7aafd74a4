//! Pages of the site: their addresses, titles and descriptions.

use rustscape::{
    dataset::{Dataset, Date, OrgIdx, ProjectIdx, TermIdx, VocabularyKind},
    link::{Route, value_address},
    markup::{embed_height_px, n_embed_rows},
    search::{Facet, SearchResults},
    wording::{plain, route_name, sentence, title},
};

use super::Publication;

/// Maximum number of organizations in the description of a list: as many as search engines and
/// chats show.
const DESCRIPTION_NAMES_MAX: usize = 6;

/// A page of the site that search engines may list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The route that the page shows.
    pub route: Route,
    /// Address below the site, such as `org/acme/`; empty for the home page.
    pub address: String,
    /// Title of the document, unique within the site.
    pub title: String,
    /// Name of the page, for use next to the name of the site.
    pub heading: String,
    /// Description in one or two sentences. May be empty.
    pub description: String,
    /// Date of the latest verification or change of anything that the page shows.
    pub updated: Option<Date>,
    /// Height of an embed of the page, in CSS pixels.
    pub frame_height_px: u32,
}

/// Initial height of an embed of a page that is not a list, in CSS pixels: about that of a project
/// with two figures. An embed reports its real height after loading.
const RECORD_HEIGHT_PX: u32 = 600;

/// Returns every page of the site.
///
/// The order is: home, directory, about, claims and each verdict, changes, each organization
/// followed by its projects, and each facet value that a project has. The pages of claims and
/// changes exist even if the dataset has none.
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

/// Returns the list of each facet value that a project has. Organizations have their own pages. A
/// facet without data has no pages, because nothing links to them.
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
    // Only lists are searched: searching for each record would take minutes for ten thousand
    // records.
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
            let groups = results.groups.iter().take(DESCRIPTION_NAMES_MAX);
            let names: Vec<_> = groups.map(|group| dataset.org(group.org).name.as_str()).collect();
            format!("{sentence}: {}", names.join(", "))
        }
        _ => dataset.description.clone(),
    }
}

/// Returns the date of the latest verification on the page; the date of the dataset for pages about
/// the whole atlas.
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
