//! Lookup of organizations and projects by their current and old ids.

use super::Route;
use crate::{
    dataset::{Dataset, Redirect},
    search::{Catalog, Facet},
};

/// Maximum number of redirects from one old id to another: more than a record needs, and a limit for
/// redirect cycles.
const REDIRECTS_MAX: usize = 8;

/// Finds the page of `organization` or `organization/project`. Follows redirects of renamed ids.
///
/// # Errors
///
/// Returns the ids after all redirects if there is no such record.
pub fn find_record(ids: &str, dataset: &Dataset) -> Result<Route, String> {
    let mut path = [Route::ORG, "/", ids].concat();
    for _ in 0..REDIRECTS_MAX {
        if let Some(route) = record_at(&path, dataset) {
            return Ok(route);
        }
        let Some(moved) = redirected(&path, dataset) else { break };
        path = moved;
    }
    let ids = path.split_once('/').map_or("", |(_, ids)| ids);
    Err(ids.to_owned())
}

/// Suggests a page for ids without a record: that of the organization, or of the one with the most
/// similar id or name.
pub(super) fn near_record(ids: &str, dataset: &Dataset, catalog: &Catalog) -> Option<Route> {
    let org_id = ids.split('/').next().unwrap_or_default();
    let org = dataset.find_org(org_id).or_else(|| {
        let value = catalog.suggest(Facet::Org, org_id)?;
        dataset.find_org(&catalog.value(Facet::Org, value).id)
    });
    org.map(Route::Organization)
}

fn record_at(path: &str, dataset: &Dataset) -> Option<Route> {
    let mut ids = path.split('/').skip(1);
    let org = dataset.find_org(ids.next()?)?;
    let route = match ids.next() {
        None => Route::Organization(org),
        Some(id) => Route::Project(dataset.find_project(org, id)?),
    };
    if ids.next().is_none() { Some(route) } else { None }
}

/// Applies the longest matching redirect to a path: that of the record or of its organization.
fn redirected(path: &str, dataset: &Dataset) -> Option<String> {
    let mut nearest: Option<(&Redirect, &str)> = None;
    for redirect in &dataset.redirects {
        if let Some(rest) = path.strip_prefix(redirect.from.as_str())
            && (rest.is_empty() || rest.starts_with('/'))
            && nearest.is_none_or(|(_, longer)| longer.len() > rest.len())
        {
            nearest = Some((redirect, rest));
        }
    }
    nearest.map(|(redirect, rest)| [redirect.to.as_str(), rest].concat())
}
