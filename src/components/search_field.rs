use leptos::prelude::*;

use super::live;
use crate::{
    markup::{Icon, icon},
    state::{Explorer, SEARCH_ID},
};

/// The one search field. Words are searched for as they are typed; `facet:value` refines.
#[component]
pub(super) fn SearchField() -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <form class="search" role="search">
            {live("live", || icon(Icon::Find))}
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
                prop:value=move || explorer.draft()
            />
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}
