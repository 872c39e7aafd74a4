use leptos::prelude::*;

use crate::{
    link::Route,
    markup::{Markup, no_page, organization, project},
    state::{Explorer, HEADING_ID},
    wording::route_name,
};

/// The page of an organization, of a project, or of an address that stands for nothing. It does
/// not change while it is shown.
#[component]
pub fn RecordPage(
    /// What the page is of.
    route: Route,
) -> impl IntoView {
    let class = if matches!(route, Route::NotFound { .. }) { "board" } else { "sheet" };
    let html = page(Explorer::expect(), &route).into_string();
    view! { <main class=class inner_html=html></main> }.into_any()
}

fn page(explorer: Explorer, route: &Route) -> Markup {
    let list = explorer.last_list();
    let label = if list.is_empty() { "All organizations" } else { "Back to the list" };
    let list = explorer.href(&Route::Explore(list));
    explorer.with_site(|site| match route {
        Route::Organization(org) => organization(site, *org, HEADING_ID, (&list, label)),
        Route::Project(idx) => project(site, *idx, HEADING_ID, (&list, label)),
        Route::NotFound { path, suggestion } => {
            let near = suggestion.as_deref();
            let near = near.map(|near| (site.href(near), route_name(near, site.dataset)));
            no_page(site, path, near, HEADING_ID)
        }
        Route::Explore(_) => Markup::default(),
    })
}
