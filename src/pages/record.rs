use maud::{PreEscaped, html};

use crate::{
    link::Route,
    markup::{
        Markup, about, changes, claims, coming, directory, list_link, no_page, organization,
        project, project_slice,
    },
    search::Query,
    state::{Explorer, Presentation, RECORD_HEADING_ID},
    wording::route_name,
};

/// How many entries a frame has at most: a reader of another page sees what they are like, and every
/// frame of it costs bytes.
const FRAME_ENTRIES_MAX: usize = 3;

/// The page of an organization, of a project, or of an address that stands for nothing; nothing on
/// a list.
pub(super) fn record(explorer: Explorer) -> Markup {
    let route = explorer.route();
    if explorer.is_published() && !matches!(route, Route::Explore(_) | Route::NotFound { .. }) {
        return published(explorer, &route);
    }
    let content = content(explorer, &route);
    match route {
        Route::Explore(_) => Markup::default(),
        Route::NotFound { .. } => html! { main.board { (content) } },
        Route::Claims(_) | Route::Changes | Route::Directory => {
            html! { main.sheet.single { (content) } }
        }
        Route::Project(_) if explorer.presentation() == Presentation::Embed => {
            html! { main.sheet.single { div { (content) } } }
        }
        _ => html! { main.sheet { (content) } },
    }
}

/// The page as it was published, or that it is on its way.
fn published(explorer: Explorer, route: &Route) -> Markup {
    match explorer.published_page(route) {
        Ok(html) => PreEscaped(leading_back(explorer, &html).unwrap_or(html)),
        Err(why) => explorer.with_site(|site| {
            let name = route_name(route, site.dataset);
            html! {
                main.sheet { (coming(&name, RECORD_HEADING_ID, &site.href(route), why.as_deref())) }
            }
        }),
    }
}

/// A published page leads to the list of everything; here its reader comes from a list. The link to
/// it is the first thing in the second element.
fn leading_back(explorer: Explorer, html: &str) -> Option<String> {
    let (home, label) = list_of(explorer, &Query::default());
    let everything = list_link((&home, label)).into_string();
    let (list, label) = list_of(explorer, &explorer.query());
    let here = list_link((&list, label)).into_string();
    let (at, _) = html.match_indices('>').nth(1)?;
    let (before, rest) = html.split_at_checked(at + 1)?;
    Some([before, &here, rest.strip_prefix(&everything)?].concat())
}

/// The path and the name of a list, for those who come from it.
fn list_of(explorer: Explorer, query: &Query) -> (String, &'static str) {
    let label = if query.is_empty() { "All organizations" } else { "Back to the list" };
    (explorer.href(&Route::Explore(query.clone())), label)
}

fn content(explorer: Explorer, route: &Route) -> Markup {
    let (list, label) = list_of(explorer, &explorer.query());
    let list = (list.as_str(), label);
    let is_frame = explorer.presentation() == Presentation::Embed;
    let n_max = if is_frame { FRAME_ENTRIES_MAX } else { usize::MAX };
    explorer.with_site(|site| match route {
        Route::Organization(org) => organization(site, *org, RECORD_HEADING_ID, list),
        Route::Project(idx) if is_frame => project_slice(site, *idx, RECORD_HEADING_ID),
        Route::Project(idx) => project(site, *idx, RECORD_HEADING_ID, list),
        Route::NotFound { path, suggestion } => {
            let near = suggestion.as_deref();
            let near = near.map(|near| (site.href(near), route_name(near, site.dataset)));
            no_page(site, path, near, RECORD_HEADING_ID)
        }
        Route::Claims(verdict) => claims(site, *verdict, RECORD_HEADING_ID, list, n_max),
        Route::Changes => changes(site, RECORD_HEADING_ID, list, n_max),
        Route::Directory => directory(site, RECORD_HEADING_ID, list),
        Route::About => about(site, RECORD_HEADING_ID, list),
        Route::Explore(_) => Markup::default(),
    })
}
