use leptos::prelude::*;

use crate::{
    dataset::OrgIdx,
    link::Route,
    state::Explorer,
};

/// The way back: to the list that the reader comes from, and to the organization of a project.
#[component]
pub fn Crumbs(
    /// The organization to lead to, on the page of a project.
    #[prop(optional)]
    org: Option<OrgIdx>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let list = explorer.last_list();
    let label = if list.is_empty() { "All organizations" } else { "Back to the list" };
    let org = org.map(|org| {
        let name = explorer.atlas().dataset.org(org).name.clone();
        view! {
            <span aria-hidden="true">"/"</span>
            <a href=explorer.href(&Route::Organization(org))>{name}</a>
        }
    });
    view! {
        <nav class="crumbs" aria-label="Breadcrumb">
            <a href=explorer.href(&Route::Explore(list))>{label}</a>
            {org}
        </nav>
    }
    .into_any()
}
