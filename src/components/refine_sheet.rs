//! Sheet with the filters.

use leptos::prelude::*;

use super::{FacetPanel, child, share_dialog::close_from_outside, text};
use crate::{
    state::{Explorer, Overlay, REFINE_ID},
    wording::counted,
};

/// Sheet with the filters, for windows without room for them beside the list. Its button shows the
/// number of matching projects.
#[component]
pub(crate) fn RefineSheet() -> impl IntoView {
    let explorer = Explorer::expect();
    let show = text(move || {
        let n_projects = explorer.with_results(|results| results.n_projects);
        let (n, noun) = counted(n_projects, "project", "projects");
        format!("Show {n} {noun}")
    });
    let panel = child(move || {
        let panel = || view! { <FacetPanel place="tray"/> }.into_any();
        explorer.is_open(Overlay::Refine).then(panel)
    });
    view! {
        <dialog class="tray" id=REFINE_ID aria-label="Filters"
            on:click=close_from_outside
            on:close=move |_| explorer.on_overlay_closed(Overlay::Refine)>
            <header lang="en">
                <h2>"Filters"</h2>
                <button class="btn" id="tray-clear" type="button"
                    on:click=move |_| explorer.clear_all()>"Clear all"</button>
            </header>
            {panel}
            <footer lang="en">
                <button class="btn primary" id="tray-show" type="button"
                    on:click=move |_| explorer.close_overlay(Overlay::Refine)>
                    {show}
                </button>
            </footer>
        </dialog>
    }
}
