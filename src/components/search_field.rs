//! Search field.

use leptos::{
    attr::Attribute,
    ev,
    prelude::*,
    tachys::html::event::on,
    web_sys::{Element, HtmlInputElement},
};
use wasm_bindgen::JsCast as _;

use super::icon::Icon;
use crate::{
    link::Route,
    markup::Icon as Shape,
    state::{Explorer, SEARCH_ID},
};

/// Search field. Typed words are searched for at once; a qualifier such as `facet:value` becomes a
/// refinement.
///
/// Without scripts, the form opens the directory. The field keeps its own text; the explorer changes it
/// when a word becomes a refinement and when another view is shown.
#[component]
pub(crate) fn SearchField() -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.with_query(|query| query.text().to_owned());
    let action = explorer.href(&Route::Directory);
    view! {
        <form class="search" role="search" lang="en" {..events(explorer)} action=action>
            <Icon shape=Shape::Find/>
            <input id=SEARCH_ID name="q" type="search" value=text aria-label="Search"
                aria-keyshortcuts="/" placeholder="Projects, organizations …"
                autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"/>
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
}

/// Attaches the events to the search field of a published page, which keeps its text.
pub(crate) fn attach_search_events(form: &Element) -> impl Sized + 'static {
    events(Explorer::expect()).build(form)
}

/// Event handlers of the form around the field.
fn events(explorer: Explorer) -> impl Attribute<State: 'static> {
    (
        on(ev::submit, move |event| {
            event.prevent_default();
            explorer.finish_typing();
        }),
        on(ev::input, move |event| {
            let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                explorer.type_text(&field.value());
            }
        }),
        on(ev::focusout, move |_| explorer.finish_typing()),
    )
}
