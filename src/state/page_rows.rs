//! Number of rows in the list of a published page.

use crate::link::Route;

/// Rows in the list of everything: its readers have not searched for anything yet, so the page stays
/// small.
const HOME_ROWS: usize = 24;

/// Rows in any other list. Most lists are shorter; the page names the remaining projects in a list of
/// links.
const LIST_ROWS: usize = 60;

/// Returns the number of rows that the published page of a route shows in full.
pub(super) fn n_page_rows(route: &Route) -> usize {
    match route {
        Route::Explore(query) if query.is_empty() => HOME_ROWS,
        _ => LIST_ROWS,
    }
}
