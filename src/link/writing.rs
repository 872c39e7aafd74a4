//! From a route to its one address.

use super::{Route, encoding::encode_into};
use crate::{
    dataset::{Dataset, OrgIdx, ProjectIdx},
    search::{Catalog, Facet, Polarity, Query},
};

/// The first segment below which every address shows the same for a frame in another page.
pub const EMBED: &str = "embed/";

/// The address of a route below the atlas: `replaces/cpp/?industry=cloud`. Equal routes have equal
/// addresses, and reading an address gives the same route again.
pub fn address(route: &Route, dataset: &Dataset, catalog: &Catalog) -> String {
    match route {
        Route::Explore(query) => explore_address(query, dataset, catalog),
        Route::Organization(org) => organization_address(*org, dataset),
        Route::Project(project) => project_address(*project, dataset),
        Route::NotFound { path, .. } => {
            let mut address = String::new();
            encode_into(&mut address, path);
            address
        }
    }
}

/// The address of an organization's page.
pub fn organization_address(org: OrgIdx, dataset: &Dataset) -> String {
    format!("{}/{}/", Route::ORG, dataset.org(org).id)
}

/// The address of a project's page.
pub fn project_address(project: ProjectIdx, dataset: &Dataset) -> String {
    format!("{}/{}/", Route::ORG, dataset.full_id(project))
}

/// The address of one value of a facet, by its id. Not for `org`, whose pages are routes.
pub fn value_address(facet: Facet, id: &str) -> String {
    format!("{}/{id}/", facet.key())
}

fn explore_address(query: &Query, dataset: &Dataset, catalog: &Catalog) -> String {
    let mut address = String::new();
    let in_path = if query.picked().is_empty() { facet_in_path(query) } else { None };
    if let Some(facet) = in_path {
        address = value_address(facet, &values_of(facet, query, catalog));
    } else if !query.picked().is_empty() {
        address = format!("{}/", Route::BRIEF);
    }
    let mut pairs = Pairs { address, n_pairs: 0 };
    pairs.push("q", query.text());
    for facet in Facet::ALL {
        if Some(facet) != in_path {
            pairs.push(facet.key(), &values_of(facet, query, catalog));
        }
    }
    let picked: Vec<_> = query.picked().iter().map(|project| dataset.full_id(*project)).collect();
    pairs.push("pick", &sorted_list(picked));
    if query.sort() != query.default_sort() {
        pairs.push("sort", query.sort().key());
    }
    pairs.address
}

/// The facet whose one value stands in the path: the first with one included value and no other
/// choice. Not `org`: its paths are the pages of the organizations.
fn facet_in_path(query: &Query) -> Option<Facet> {
    Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org).find(|facet| {
        let mut refinements = query.refinements_of(*facet);
        let first = refinements.next();
        let is_alone = refinements.next().is_none();
        let is_included = first.is_some_and(|r| r.polarity == Polarity::Include);
        let years = query.years();
        if *facet != Facet::Since || years.is_all() {
            return is_included && is_alone;
        }
        first.is_none() && years.from == years.to
    })
}

/// What is chosen in a facet: the range of years, included ids, then excluded ones after a `-`.
fn values_of(facet: Facet, query: &Query, catalog: &Catalog) -> String {
    let ids = |polarity: Polarity, sign: &str| {
        let refinements = query.refinements_of(facet).filter(|r| r.polarity == polarity);
        let ids = refinements.map(|r| format!("{sign}{}", catalog.value(facet, r.value).id));
        sorted_list(ids.collect())
    };
    let years = query.years();
    let range =
        if facet == Facet::Since && !years.is_all() { years.to_string() } else { String::new() };
    let lists = [range, ids(Polarity::Include, ""), ids(Polarity::Exclude, "-")];
    let lists: Vec<_> = lists.into_iter().filter(|list| !list.is_empty()).collect();
    lists.join(",")
}

fn sorted_list(mut ids: Vec<String>) -> String {
    ids.sort_unstable();
    ids.join(",")
}

struct Pairs {
    address: String,
    n_pairs: usize,
}

impl Pairs {
    /// Appends a key with its value, unless that is empty.
    fn push(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.address.push(if self.n_pairs == 0 { '?' } else { '&' });
        self.address.push_str(key);
        self.address.push('=');
        encode_into(&mut self.address, value);
        self.n_pairs += 1;
    }
}
