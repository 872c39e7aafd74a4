use maud::{PreEscaped, html};

use crate::{
    link::Route,
    markup::{ALL, Markup, coming, list_link, no_page, record as record_page},
    search::Query,
    state::{Explorer, RECORD_HEADING_ID, Stage},
    wording::route_name,
};

/// The page of an organization, of a project, or of an address that stands for nothing; nothing on
/// a list.
pub(super) fn record(explorer: Explorer) -> Markup {
    match explorer.route() {
        Route::Explore(_) => Markup::default(),
        Route::NotFound { path, suggestion } => missing(explorer, &path, suggestion.as_deref()),
        // Decided by the compiler, so that the program of the browser does not hold these pages:
        // it fetches them, or makes them with a chunk.
        route if cfg!(target_arch = "wasm32") => arriving(explorer, &route),
        route => {
            let is_frame = explorer.stage() == Stage::Frame;
            explorer.with_site(|site| record_page(site, &route, RECORD_HEADING_ID, is_frame))
        }
    }
}

fn missing(explorer: Explorer, path: &str, near: Option<&Route>) -> Markup {
    explorer.with_site(|site| {
        let near = near.map(|near| (site.href(near), route_name(near, site.dataset)));
        html! { main.board { (no_page(site, path, near, RECORD_HEADING_ID)) } }
    })
}

/// The page as it arrived, or that it is on its way.
fn arriving(explorer: Explorer, route: &Route) -> Markup {
    match explorer.record_page(route) {
        Ok(html) => PreEscaped(leading_back(explorer, &html).unwrap_or(html)),
        Err(why) => explorer.with_site(|site| {
            let name = route_name(route, site.dataset);
            let href = explorer.is_published().then(|| site.href(route));
            let (href, why) = (href.as_deref(), why.as_deref());
            html! { main.sheet { (coming(&name, RECORD_HEADING_ID, href, why)) } }
        }),
    }
}

/// A page leads to the list of everything; here its reader comes from a list. The link to it is the
/// first thing in the second element.
fn leading_back(explorer: Explorer, html: &str) -> Option<String> {
    let everything = explorer.href(&Route::Explore(Query::default()));
    let everything = list_link((&everything, ALL)).into_string();
    let query = explorer.query();
    let label = if query.is_empty() { ALL } else { "Back to the list" };
    let here = list_link((&explorer.href(&Route::Explore(query)), label)).into_string();
    let (at, _) = html.match_indices('>').nth(1)?;
    let (before, rest) = html.split_at_checked(at + 1)?;
    Some([before, &here, rest.strip_prefix(&everything)?].concat())
}
