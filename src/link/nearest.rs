//! Nearest published page of a view.

use super::{Route, address, read};
use crate::{
    dataset::Dataset,
    search::{Catalog, Query},
};

/// Returns the published page of a view, or the nearest wider page if the view has none. Pictures and
/// data files exist only for published pages.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     dataset::read,
///     link::{self, Route, nearest_page},
///     search::Index,
///     wording::NAMES,
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let (dataset, _) = read(file)?;
/// let index = Index::new(&dataset, &NAMES);
/// let view = link::read("?q=proxy", &dataset, index.catalog()).route;
/// assert_eq!(nearest_page(&view, &dataset, index.catalog()), Route::home());
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
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

/// Returns whether all values of a query have pages.
fn has_page(query: &Query, catalog: &Catalog) -> bool {
    query
        .refinements()
        .iter()
        .all(|chosen| catalog.listed(chosen.facet).any(|(idx, _)| idx == chosen.value))
}
