//! The way from the first page to another.

use rustscape::{dataset::VocabularyKind, link::Route, wording::route_name};

use super::{
    atlas::crumbs_id,
    schema_org::{BreadcrumbList, ListItem},
};
use crate::publish::{Page, Publication, project_set::ProjectSet, text::one_line};

/// The pages on the way to a page, from the first page to itself.
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

/// The pages between the first one and another.
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

/// What a page is called beside its parents.
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
