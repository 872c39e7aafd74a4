use leptos::prelude::*;

use super::nothing_found::NothingFound;
use crate::{markup::card, search::Group, state::Explorer};

/// The organizations with their matching projects, or what to do when there is none.
#[component]
pub fn Cards() -> impl IntoView {
    let explorer = Explorer::expect();
    let results = explorer.results();
    let is_empty = Memo::new(move |_| results.with(|results| results.is_empty()));
    // A card is made anew when what it shows changes: its projects, or what is marked in them.
    let key = move |group: &Group| {
        let text = explorer.query().with_untracked(|query| query.text().to_owned());
        (group.org, group.projects.clone(), text)
    };
    let show = move |group: Group| {
        let html = results.with_untracked(|results| {
            explorer.with_site(|site| card(site, &group, &results.highlighter).into_string())
        });
        view! { <article class="card" inner_html=html></article> }
    };
    view! {
        <div class="cards">
            <For each=move || explorer.mounted_groups() key=key children=show />
        </div>
        <Show when=move || is_empty.get()>
            <NothingFound />
        </Show>
    }
    .into_any()
}
