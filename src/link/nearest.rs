use super::{Route, address, read};
use crate::{
    dataset::Dataset,
    search::{Catalog, Query},
};

/// The page that shows a view or, where that is narrower than any page, the page it narrows. Only
/// pages have what is published beside them: a picture, files of data.
pub fn nearest_page(route: &Route, dataset: &Dataset, catalog: &Catalog) -> Route {
    match route {
        Route::Explore(query) if !query.picked().is_empty() => Route::home(),
        Route::NotFound { .. } => Route::home(),
        Route::Explore(_) => {
            let address = address(route, dataset, catalog);
            let path = address.split('?').next().unwrap_or_default();
            match read(path, dataset, catalog).route {
                Route::Explore(query) if !has_page(&query, catalog) => Route::home(),
                nearest => nearest,
            }
        }
        other => other.clone(),
    }
}

/// Returns whether the values of a query have pages.
fn has_page(query: &Query, catalog: &Catalog) -> bool {
    query
        .refinements()
        .iter()
        .all(|chosen| catalog.listed(chosen.facet).any(|(idx, _)| idx == chosen.value))
}
