//! Pages with lists of projects or organizations.

use rustscape::{
    dataset::{OrgIdx, Url},
    link::Route,
    search::Query,
    wording::route_name,
};

use super::{
    atlas::web_page,
    schema_org::{ItemList, ListItem, Organization, PageSubject, Reference, WebPage},
};
use crate::publish::{Page, Publication, text::one_line};

/// Largest number of named entries. Search engines show only a few; the page contains all.
const NAMED_MAX: usize = 50;

/// Returns the page of a list.
pub(super) fn page(publication: &Publication, page: &Page) -> WebPage {
    let main_entity = Some(Reference { id: list_id(publication, page) });
    WebPage { main_entity, ..web_page("CollectionPage", publication, page) }
}

/// Returns the page of an organization.
pub(super) fn organization_page(publication: &Publication, page: &Page, org: OrgIdx) -> WebPage {
    let about = Some(PageSubject::Organization(organization(publication, org)));
    WebPage { about, ..self::page(publication, page) }
}

/// Returns an organization of the dataset. Its `@id` is based on the URL of its page.
pub(super) fn organization(publication: &Publication, org: OrgIdx) -> Organization {
    let page = publication.absolute(&Route::Organization(org));
    let org = publication.dataset().org(org);
    let aliases = org.aliases.iter().map(|alias| one_line(alias));
    Organization {
        id: Some([&page, "#organization"].concat()),
        name: one_line(&org.name),
        alternate_name: aliases.filter(|name| !name.is_empty()).collect(),
        url: org.homepage.as_ref().map(Url::to_string),
    }
}

/// Returns the list of the projects that match `query`.
pub(super) fn projects(publication: &Publication, page: &Page, query: &Query) -> ItemList {
    let results = publication.search(query);
    let routes = results.projects().map(Route::Project);
    let n_entries = usize::try_from(results.n_projects).unwrap_or(usize::MAX);
    list(publication, page, routes, n_entries)
}

/// Returns the list of the projects of an organization.
pub(super) fn projects_of(publication: &Publication, page: &Page, org: OrgIdx) -> ItemList {
    let org = publication.dataset().org(org);
    let n_entries = usize::try_from(org.n_projects).unwrap_or(usize::MAX);
    list(publication, page, org.project_idxs().map(Route::Project), n_entries)
}

/// Returns the list of all organizations.
pub(super) fn organizations(publication: &Publication, page: &Page) -> ItemList {
    let n_entries = publication.dataset().organizations.len();
    let orgs = (0..).map(OrgIdx).take(n_entries);
    list(publication, page, orgs.map(Route::Organization), n_entries)
}

fn list(
    publication: &Publication,
    page: &Page,
    routes: impl Iterator<Item = Route>,
    n_entries: usize,
) -> ItemList {
    let entry = |(at, route): (usize, Route)| ListItem {
        position: at + 1,
        url: Some(publication.absolute(&route)),
        name: one_line(&route_name(&route, publication.dataset())),
        item: None,
    };
    ItemList {
        id: list_id(publication, page),
        name: one_line(&page.title),
        number_of_items: n_entries,
        elements: routes.take(NAMED_MAX).enumerate().map(entry).collect(),
    }
}

fn list_id(publication: &Publication, page: &Page) -> String {
    publication.url.absolute(&[&page.address, "#list"].concat())
}
