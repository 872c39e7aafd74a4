//! Pages that are lists.

use rustscape::{
    dataset::{OrgIdx, Url},
    link::Route,
    search::Query,
    wording::route_name,
};
use serde_json::{Value, json};

use super::{
    atlas::web_page,
    node::{Node, reference},
};
use crate::publish::{Page, Publication, text::one_line};

/// How many entries of a list are named. Search engines show a few, and the page has them all.
const NAMED_MAX: usize = 50;

/// The page of a list.
pub(super) fn page(publication: &Publication, page: &Page) -> Node {
    web_page("CollectionPage", publication, page)
        .with("mainEntity", reference(list_id(publication, page)))
}

/// The page of an organization.
pub(super) fn organization_page(publication: &Publication, page: &Page, org: OrgIdx) -> Node {
    self::page(publication, page).with("about", organization(publication, org))
}

/// An organization of the dataset, known by its page.
pub(super) fn organization(publication: &Publication, org: OrgIdx) -> Node {
    let page = publication.absolute(&Route::Organization(org));
    let org = publication.dataset().org(org);
    let aliases = org.aliases.iter().map(|alias| one_line(alias));
    let aliases: Vec<Value> = aliases.filter(|name| !name.is_empty()).map(Value::from).collect();
    Node::new("Organization")
        .with_id([&page, "#organization"].concat())
        .with("name", one_line(&org.name))
        .with_each("alternateName", aliases)
        .with_known("url", org.homepage.as_ref().map(Url::as_str))
}

/// The projects that a query gives.
pub(super) fn projects(publication: &Publication, page: &Page, query: &Query) -> Node {
    let results = publication.search(query);
    let routes = results.projects().map(Route::Project);
    let n_entries = usize::try_from(results.n_projects).unwrap_or(usize::MAX);
    list(publication, page, routes, n_entries)
}

/// The projects of an organization.
pub(super) fn projects_of(publication: &Publication, page: &Page, org: OrgIdx) -> Node {
    let org = publication.dataset().org(org);
    let n_entries = usize::try_from(org.n_projects).unwrap_or(usize::MAX);
    list(publication, page, org.project_idxs().map(Route::Project), n_entries)
}

/// Every organization.
pub(super) fn organizations(publication: &Publication, page: &Page) -> Node {
    let n_entries = publication.dataset().organizations.len();
    let orgs = (0..).map(OrgIdx).take(n_entries);
    list(publication, page, orgs.map(Route::Organization), n_entries)
}

fn list(
    publication: &Publication,
    page: &Page,
    routes: impl Iterator<Item = Route>,
    n_entries: usize,
) -> Node {
    let entry = |(at, route): (usize, Route)| {
        Node::new("ListItem")
            .with("position", at + 1)
            .with("url", publication.absolute(&route))
            .with("name", one_line(&route_name(&route, publication.dataset())))
            .into_value()
    };
    let entries: Vec<Value> = routes.take(NAMED_MAX).enumerate().map(entry).collect();
    Node::new("ItemList")
        .with_id(list_id(publication, page))
        .with("name", one_line(&page.title))
        .with("numberOfItems", json!(n_entries))
        .with("itemListElement", entries)
}

fn list_id(publication: &Publication, page: &Page) -> String {
    publication.url.absolute(&[&page.address, "#list"].concat())
}
