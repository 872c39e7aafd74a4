use leptos::prelude::*;

use super::{ProjectRow, RowDetail};
use crate::{
    dataset::ProjectIdx,
    search::{Highlighter, neighbours},
    state::Explorer,
};

/// How many neighbours are shown: enough to compare, few enough to read.
const N_SHOWN: usize = 5;

/// Projects elsewhere that are about the same or replaced the same.
#[component]
pub fn Neighbours(
    /// The project to compare with.
    project: ProjectIdx,
) -> impl IntoView {
    let atlas = Explorer::expect().atlas();
    let alike = neighbours(&atlas.dataset, project, N_SHOWN);
    if alike.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = alike
        .into_iter()
        .map(|project| {
            let (highlighter, detail) = (Highlighter::default(), RowDetail::WithOrganization);
            view! { <ProjectRow project highlighter detail /> }
        })
        .collect();
    view! {
        <section class="block">
            <h2>"Alike elsewhere"</h2>
            <p class="hint">"Projects of others in the same domain, or that replaced the same."</p>
            <div class="card one">
                <ul>{rows}</ul>
            </div>
        </section>
    }
    .into_any()
}
