use maud::{PreEscaped, html};

use crate::{
    link::Route,
    markup::{ALL, Markup, list_link, no_page, record as record_page},
    search::Query,
    state::{Explorer, Presentation, RECORD_HEADING_ID},
    wording::route_name,
};

/// Returns the page of a record, or that of an address of nothing. Empty on a list, and while the
/// page is [pending](crate::components::PendingPage).
pub(super) fn record(explorer: Explorer) -> Markup {
    match explorer.route() {
        Route::Explore(_) => Markup::default(),
        Route::NotFound { path, suggestion } => missing(explorer, &path, suggestion.as_deref()),
        // Decided by the compiler, so that the program of the browser does not hold these pages:
        // it fetches them, or makes them with a chunk.
        route if cfg!(target_arch = "wasm32") => {
            let page = explorer.record_page(&route).unwrap_or_default();
            PreEscaped(leading_back(explorer, &page).unwrap_or(page))
        }
        route => {
            let is_frame = explorer.presentation() == Presentation::Embed;
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
