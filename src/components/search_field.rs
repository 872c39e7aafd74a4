use leptos::prelude::*;

use super::icon_view::icon;
use crate::{
    markup::Icon,
    state::{Explorer, SEARCH_ID},
};

/// The one search field. Words are searched for as they are typed; `facet:value` refines.
#[component]
pub(super) fn SearchField() -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <form
            class="search"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                explorer.finish_typing();
            }
        >
            {icon(Icon::Find)}
            <input
                id=SEARCH_ID
                name="q"
                type="search"
                aria-label="Search"
                aria-keyshortcuts="/"
                placeholder="Search projects, companies, languages …"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=move || explorer.draft().get()
                on:input:target=move |event| explorer.type_text(&event.target().value())
                on:blur=move |_| explorer.finish_typing()
            />
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}
