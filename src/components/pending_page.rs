//! Placeholder for the page of a record that is loading.

use leptos::prelude::*;

use super::child;
use crate::{
    link::Route,
    state::{Explorer, RECORD_HEADING_ID},
    wording::route_name,
};

/// Placeholder for the page of a record that is loading or failed to load; otherwise nothing.
#[component]
pub(crate) fn PendingPage() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let route = explorer.route();
        if matches!(route, Route::Explore(_) | Route::NotFound { .. }) {
            return None;
        }
        let failure = explorer.record_page(&route).err()?;
        let name = explorer.with_site(|site| route_name(&route, site.dataset));
        let is_busy = failure.is_none().then_some("true");
        let content = match failure {
            None => view! { <progress aria-label="Loading"></progress> }.into_any(),
            Some(reason) => failure_section(explorer, reason),
        };
        Some(view! {
            <main class="sheet">
                <div aria-busy=is_busy>
                    <h1 id=RECORD_HEADING_ID tabindex="-1">{name}</h1>
                    {content}
                </div>
            </main>
        })
    })
}

fn failure_section(explorer: Explorer, reason: String) -> AnyView {
    view! {
        <section class="empty bad" role="alert">
            <h2>"This page did not load"</h2>
            <p lang="en" dir="ltr">{reason}</p>
            <p>
                <button class="btn primary" id="retry" type="button"
                    on:click=move |_| explorer.retry_page()>"Try again"</button>
            </p>
        </section>
    }
    .into_any()
}
