use leptos::prelude::*;

use super::{ProjectRow, RowDetail, marked::marked, monogram, term_link, value_link};
use crate::{
    dataset::{Coded, Organization},
    link::Route,
    search::{Facet, Group, Highlighter},
    state::{Atlas, Explorer},
    wording::{NAMES, counted},
};

/// An organization with its matching projects: who on the left, what on the right.
///
/// A card never changes once it is made; one that has to show something else is made anew.
#[component]
pub fn Card(
    /// The organization and its matching projects.
    group: Group,
    /// What to mark in the texts.
    highlighter: Highlighter,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let org = atlas.dataset.org(group.org);
    let href = explorer.href(&Route::Organization(group.org));
    let n_shown = u32::try_from(group.projects.len()).unwrap_or(u32::MAX);
    let rows: Vec<_> = group
        .projects
        .iter()
        .map(|project| {
            let highlighter = highlighter.clone();
            let detail = RowDetail::Own;
            view! { <ProjectRow project=*project highlighter detail /> }
        })
        .collect();
    view! {
        <article class="card">
            <div class="who">
                {monogram(org)}
                <h2>
                    <a href=href>{marked(&org.name, &highlighter)}</a>
                </h2>
                <p>{place(explorer, &atlas, org)}</p>
                <p class="of num">{shown_of(n_shown, org.n_projects)}</p>
            </div>
            <ul>{rows}</ul>
        </article>
    }
    .into_any()
}

/// What it does and where it is, each a link.
fn place(explorer: Explorer, atlas: &Atlas, org: &Organization) -> AnyView {
    let industry = match org.industry {
        Some(term) => term_link(explorer, atlas, Facet::Industry, (Coded::Industry, term), ""),
        None => view! { <span class="quiet">"Industry unknown"</span> }.into_any(),
    };
    let country = match &org.country {
        Some(code) => {
            let name = (NAMES.country)(code).unwrap_or(code).to_owned();
            value_link(explorer, Facet::Country, &code.to_lowercase(), "", name.into_any())
        }
        None => view! { <span class="quiet">"country unknown"</span> }.into_any(),
    };
    view! { {industry} " · " {country} }.into_any()
}

fn shown_of(n_shown: u32, n_all: u32) -> String {
    let (n, noun) = counted(n_all, "project", "projects");
    if n_shown == n_all { format!("{n} {noun}") } else { format!("{n_shown} of {n} {noun}") }
}
