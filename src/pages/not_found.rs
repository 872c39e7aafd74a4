use leptos::prelude::*;

use crate::{
    link::Route,
    state::{Explorer, HEADING_ID},
    wording::route_name,
};

/// The page of an address that stands for nothing, with the nearest page that there is.
#[component]
pub fn NotFoundPage(
    /// The path that was asked for.
    path: String,
    /// The page that was perhaps meant.
    suggestion: Option<Route>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let suggestion = suggestion.map(|route| {
        let name = route_name(&route, &atlas.dataset);
        view! {
            <a class="btn primary" href=explorer.href(&route)>
                {format!("Open {name}")}
            </a>
        }
    });
    view! {
        <main class="board">
            <section class="empty">
                <h1 id=HEADING_ID tabindex="-1">
                    "No page here"
                </h1>
                <p>"This atlas has nothing at " <strong>{path}</strong> "."</p>
                <p class="ways">
                    {suggestion}
                    <a class="btn" href=explorer.href(&Route::home())>
                        "See everything"
                    </a>
                </p>
            </section>
        </main>
    }
    .into_any()
}
