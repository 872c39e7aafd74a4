use leptos::prelude::*;

use crate::{search::Relaxation, state::Explorer, wording::part_label};

/// How many ways out are offered: the best ones.
const N_WAYS: usize = 6;

/// Instead of an empty list: which part of the query to drop, and what that gives.
#[component]
pub fn NothingFound() -> impl IntoView {
    let explorer = Explorer::expect();
    let ways = move || {
        let atlas = explorer.atlas();
        let relaxations = explorer.query().with(|query| atlas.index.relaxations(query));
        relaxations.into_iter().take(N_WAYS).map(|r| way(explorer, &r)).collect::<Vec<_>>()
    };
    view! {
        <section class="empty">
            <h2>"No project matches all of this"</h2>
            {move || {
                let ways = ways();
                let lead = match ways.is_empty() {
                    true => "Not without any single part of it either. Start over:",
                    false => "Without one of these there are:",
                };
                view! {
                    <p>{lead}</p>
                    <ul class="ways">
                        {ways}
                        <li>
                            <button class="btn" on:click=move |_| explorer.clear_all()>
                                "Clear all"
                            </button>
                        </li>
                    </ul>
                }
            }}
        </section>
    }
    .into_any()
}

fn way(explorer: Explorer, relaxation: &Relaxation) -> AnyView {
    let part = relaxation.part;
    let atlas = explorer.atlas();
    let label = explorer.query().with(|query| part_label(part, query, atlas.catalog()));
    view! {
        <li>
            <button class="btn" on:click=move |_| explorer.remove(part)>
                {format!("Drop {label}")}
                <b class="num">{relaxation.n_projects}</b>
            </button>
        </li>
    }
    .into_any()
}
