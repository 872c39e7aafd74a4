use leptos::{html::Dialog, prelude::*};

use super::{FacetPanel, icon_view::icon};
use crate::{
    markup::Icon,
    state::{Explorer, open_modal},
    wording::counted,
};

/// Where there is no room beside the list: a button that opens the facets in a sheet, with a
/// button in it that says what they give.
#[component]
pub fn RefineSheet() -> impl IntoView {
    let explorer = Explorer::expect();
    let dialog = NodeRef::<Dialog>::new();
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            open_modal(&dialog);
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let n_parts = move || explorer.query().with(|query| query.parts().count());
    let label = move || match n_parts() {
        0 => "Refine".to_owned(),
        n => format!("Refine · {n}"),
    };
    view! {
        <div class="dock">
            <button class="btn" aria-haspopup="dialog" on:click=open>
                {icon(Icon::Sliders)}
                {label}
            </button>
        </div>
        <dialog
            class="tray"
            aria-label="Refine"
            node_ref=dialog
            on:close=move |_| is_open.set(false)
        >
            <Show when=move || is_open.get()>
                <TrayHead />
                <FacetPanel />
                <footer>
                    <button class="btn primary" on:click=close>
                        {move || shown(explorer)}
                    </button>
                </footer>
            </Show>
        </dialog>
    }
    .into_any()
}

#[component]
fn TrayHead() -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <header>
            <h2>"Refine"</h2>
            <button class="btn" on:click=move |_| explorer.clear_all()>
                "Clear all"
            </button>
        </header>
    }
    .into_any()
}

fn shown(explorer: Explorer) -> String {
    let n_projects = explorer.results().with(|results| results.n_projects);
    let (n, noun) = counted(n_projects, "project", "projects");
    format!("Show {n} {noun}")
}
