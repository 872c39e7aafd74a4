//! Breadcrumbs of a page.

use rustscape::{dataset::VocabularyKind, link::Route, wording::route_name};

use super::{
    atlas::crumbs_id,
    schema_org::{BreadcrumbList, ListItem},
};
use crate::publish::{Page, Publication, project_set::ProjectSet, text::one_line};

/// Returns the breadcrumbs of a page, from the home page to the page itself.
pub(super) fn crumbs(publication: &Publication, page: &Page) -> BreadcrumbList {
    let mut routes = vec![Route::home()];
    routes.extend(parents(publication, &page.route));
    routes.push(page.route.clone());
    let crumb = |(at, route): (usize, &Route)| ListItem {
        position: at + 1,
        url: None,
        name: name(publication, route),
        item: Some(publication.absolute(route)),
    };
    BreadcrumbList {
        id: crumbs_id(publication, page),
        elements: routes.iter().enumerate().map(crumb).collect(),
    }
}

/// Returns the pages between the home page and a page.
fn parents(publication: &Publication, route: &Route) -> Vec<Route> {
    match route {
        Route::Organization(_) => vec![Route::Directory],
        Route::Project(project) => {
            let org = publication.dataset().project(*project).org;
            vec![Route::Directory, Route::Organization(org)]
        }
        Route::Claims(Some(_)) => vec![Route::Claims(None)],
        _ => Vec::new(),
    }
}

/// Returns the name of a page in the breadcrumbs, shorter than its title.
fn name(publication: &Publication, route: &Route) -> String {
    let dataset = publication.dataset();
    let section = ProjectSet::of(publication, route).and_then(|section| section.name(publication));
    let name = match route {
        Route::Project(project) => dataset.project(*project).name.clone(),
        Route::Claims(Some(verdict)) => dataset.label(VocabularyKind::Verdict, *verdict).to_owned(),
        route => section.unwrap_or_else(|| route_name(route, dataset)),
    };
    one_line(&name)
}
