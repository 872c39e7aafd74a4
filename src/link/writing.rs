//! Strict writer of addresses.

use super::{
    Route,
    encoding::{encode_path, encode_query},
};
use crate::{
    dataset::{Dataset, OrgIdx, ProjectIdx, TermIdx, VocabularyKind},
    search::{Catalog, Facet, Polarity, Query},
};

/// First segment of addresses for frames in other pages.
pub const EMBED: &str = "embed/";

/// Returns the canonical address of a route below the atlas, such as `replaces/cpp/?industry=cloud`.
///
/// Equal routes have equal addresses. Reading the address returns the same route for every query that
/// links and the search field can produce: its text contains no qualifiers.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     dataset::read,
///     link::{Route, address},
///     search::{Index, Query, SortBy},
///     wording::NAMES,
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let (dataset, _) = read(file)?;
/// let index = Index::new(&dataset, &NAMES);
/// let route = Route::Explore(Query::default().with_text("proxy").with_sort(SortBy::Name));
/// assert_eq!(address(&route, &dataset, index.catalog()), "?q=proxy&sort=name");
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn address(route: &Route, dataset: &Dataset, catalog: &Catalog) -> String {
    match route {
        Route::Explore(query) => explore_address(query, dataset, catalog),
        Route::Organization(org) => organization_address(*org, dataset),
        Route::Project(project) => project_address(*project, dataset),
        Route::Claims(verdict) => claims_address(*verdict, dataset),
        Route::Changes => [Route::CHANGES, "/"].concat(),
        Route::Directory => [Route::ORG, "/"].concat(),
        Route::About => [Route::ABOUT, "/"].concat(),
        Route::NotFound { path, .. } => {
            let mut address = String::new();
            encode_path(&mut address, path);
            address
        }
    }
}

/// Returns the address of an organization's page.
pub fn organization_address(org: OrgIdx, dataset: &Dataset) -> String {
    value_path(Route::ORG, &dataset.org(org).id)
}

/// Returns the address of a project's page.
pub fn project_address(project: ProjectIdx, dataset: &Dataset) -> String {
    value_path(Route::ORG, &dataset.full_id(project))
}

fn claims_address(verdict: Option<TermIdx>, dataset: &Dataset) -> String {
    match verdict {
        None => [Route::CLAIMS, "/"].concat(),
        Some(idx) => {
            value_path(Route::CLAIMS, &dataset.vocabulary.term(VocabularyKind::Verdict, idx).id)
        }
    }
}

/// Returns the address of a facet value's page, from the id of the value. Not for organizations, which
/// have [their own pages](organization_address).
pub fn value_address(facet: Facet, id: &str) -> String {
    value_path(facet.key(), id)
}

fn value_path(first: &str, rest: &str) -> String {
    [first, "/", rest, "/"].concat()
}

fn explore_address(query: &Query, dataset: &Dataset, catalog: &Catalog) -> String {
    let is_brief = !query.picked().is_empty();
    let in_path = if is_brief { None } else { facet_in_path(query) };
    let path = match in_path {
        Some(facet) => value_address(facet, &values_of(facet, query, catalog)),
        None if is_brief => [Route::BRIEF, "/"].concat(),
        None => String::new(),
    };
    let mut pairs = QueryString { address: path, n_pairs: 0 };
    pairs.push("q", query.text());
    for facet in Facet::ALL {
        if Some(facet) != in_path {
            pairs.push(facet.key(), &values_of(facet, query, catalog));
        }
    }
    let mut picked = Vec::new();
    for project in query.picked() {
        insert_sorted(&mut picked, dataset.full_id(*project));
    }
    pairs.push("pick", &picked.join(","));
    if query.sort() != query.default_sort() {
        pairs.push("sort", query.sort().key());
    }
    pairs.address
}

/// Returns the facet whose value is in the path: the first one with a single included value and no other
/// choice. Never `org`, whose paths are the pages of organizations.
fn facet_in_path(query: &Query) -> Option<Facet> {
    Facet::ALL.into_iter().find(|facet| *facet != Facet::Org && has_one_value(query, *facet))
}

fn has_one_value(query: &Query, facet: Facet) -> bool {
    let mut refinements = query.refinements_of(facet);
    let (first, second) = (refinements.next(), refinements.next());
    let years = query.years();
    if facet == Facet::Since && !years.is_all() {
        return first.is_none() && years.from == years.to;
    }
    second.is_none() && first.is_some_and(|r| r.polarity == Polarity::Include)
}

/// Returns the chosen values of a facet: the range of years, the included ids, and the excluded ids with
/// a leading `-`.
fn values_of(facet: Facet, query: &Query, catalog: &Catalog) -> String {
    let (mut included, mut excluded) = (Vec::new(), Vec::new());
    for refinement in query.refinements_of(facet) {
        let id = &catalog.value(facet, refinement.value).id;
        match refinement.polarity {
            Polarity::Include => insert_sorted(&mut included, id.clone()),
            Polarity::Exclude => insert_sorted(&mut excluded, ["-", id].concat()),
        }
    }
    let mut values = Vec::new();
    if facet == Facet::Since && !query.years().is_all() {
        values.push(query.years().to_string());
    }
    values.append(&mut included);
    values.append(&mut excluded);
    values.join(",")
}

/// Inserts an id into a sorted list. Lists are short, and the standard sort would add a kilobyte.
fn insert_sorted(ids: &mut Vec<String>, id: String) {
    let at = ids.partition_point(|other| *other < id);
    ids.insert(at, id);
}

struct QueryString {
    address: String,
    n_pairs: usize,
}

impl QueryString {
    /// Appends a parameter, unless its value is empty.
    fn push(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.address.push(if self.n_pairs == 0 { '?' } else { '&' });
        self.address.push_str(key);
        self.address.push('=');
        encode_query(&mut self.address, value);
        self.n_pairs += 1;
    }
}
