//! Pages of records and of unknown addresses.

use maud::{PreEscaped, html};

use crate::{
    link::Route,
    markup::{ALL, Markup, list_link, no_page, record as record_page},
    search::Query,
    state::{Explorer, Presentation, RECORD_HEADING_ID},
    wording::route_name,
};

/// Returns the page of a record or of an unknown address. Empty on a list, and while the page is
/// loading.
pub(super) fn record(explorer: Explorer) -> Markup {
    match explorer.route() {
        Route::Explore(_) => Markup::default(),
        Route::NotFound { path, suggestion } => not_found(explorer, &path, suggestion.as_deref()),
        // Decided at compile time, so that the main WebAssembly module does not contain these pages:
        // it fetches them, or renders them with a chunk.
        route if cfg!(target_arch = "wasm32") => {
            let page = explorer.record_page(&route).unwrap_or_default();
            PreEscaped(with_link_to_list(explorer, &page).unwrap_or(page))
        }
        route => {
            let is_frame = explorer.presentation() == Presentation::Embed;
            explorer.with_site(|site| record_page(site, &route, RECORD_HEADING_ID, is_frame))
        }
    }
}

fn not_found(explorer: Explorer, path: &str, suggestion: Option<&Route>) -> Markup {
    explorer.with_site(|site| {
        let suggestion = suggestion.map(|page| (site.href(page), route_name(page, site.dataset)));
        html! { main.board { (no_page(site, path, suggestion, RECORD_HEADING_ID)) } }
    })
}

/// Replaces the link to the list of everything in a page with a link to the reader's own list. The
/// link is at the start of the second element of the page.
fn with_link_to_list(explorer: Explorer, html: &str) -> Option<String> {
    let everything = explorer.href(&Route::Explore(Query::default()));
    let everything = list_link((&everything, ALL)).into_string();
    let query = explorer.query();
    let label = if query.is_empty() { ALL } else { "Back to the list" };
    let own_list = list_link((&explorer.href(&Route::Explore(query)), label)).into_string();
    let (at, _) = html.match_indices('>').nth(1)?;
    let (before, rest) = html.split_at_checked(at + 1)?;
    Some([before, &own_list, rest.strip_prefix(&everything)?].concat())
}
