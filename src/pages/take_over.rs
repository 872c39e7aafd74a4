//! Takes over a published page: components take the places of those that were written, cards and
//! records stay.

use leptos::{prelude::*, reactive::effect::RenderEffect, tachys::view::any_view::AnyView};

use super::{
    embed::{ROWS_ID, rows},
    record::record,
    shell::{List, Overlays},
};
use crate::{
    components::{
        Alerts, BarActions, EmbedNotices, EmbedTools, FacetPanel, Footer, NothingFound, Notices,
        PendingPage, Sentence, SkipLink, Tools, WayBack, follow_search_field,
    },
    state::{
        Explorer, FIRST_CARDS_ID, HEADING_ID, Presentation, RECORD_ID, SEARCH_ID, TROUBLE_ID,
        element, set_html,
    },
};

/// Makes a published page follow the explorer: what changes is mounted into its place, with the same
/// elements as before; the search field, the cards and the page of a record stay as they are until
/// they change. Everything is given up with the current owner.
pub(crate) fn take_over(explorer: Explorer) {
    provide_context(explorer);
    mount("skip", || view! { <SkipLink/> }.into_any());
    mount("bar-actions", || view! { <BarActions/> }.into_any());
    mount(TROUBLE_ID, || view! { <Alerts/> }.into_any());
    if element(HEADING_ID).is_some() {
        take_over_list(explorer);
    } else {
        mount("list", || view! { <List/> }.into_any());
    }
    follow(RECORD_ID, move || record(explorer).into_string());
    mount("pending", || view! { <PendingPage/> }.into_any());
    mount("foot", || view! { <Footer/> }.into_any());
    mount("overlays", || view! { <Overlays/> }.into_any());
    let form = element(SEARCH_ID).and_then(|field| field.closest("form").ok().flatten());
    if let Some(form) = form {
        keep(follow_search_field(&form));
    }
}

fn take_over_list(explorer: Explorer) {
    mount(HEADING_ID, || view! { <Sentence/> }.into_any());
    mount("ways-out", || view! { <NothingFound/> }.into_any());
    if explorer.presentation() == Presentation::Embed {
        mount("notices", || view! { <EmbedNotices/> }.into_any());
        mount("tools", || view! { <EmbedTools/> }.into_any());
        mount("way-back", || view! { <WayBack/> }.into_any());
        follow(ROWS_ID, move || rows(explorer));
    } else {
        mount("notices", || view! { <Notices/> }.into_any());
        mount("tools", || view! { <Tools/> }.into_any());
        mount("side", || view! { <FacetPanel place="side"/> }.into_any());
        follow(FIRST_CARDS_ID, move || explorer.first_cards());
    }
}

/// Mounts a view into the element of an id, in place of what is there.
pub(crate) fn mount(id: &str, view: impl FnOnce() -> AnyView) {
    let Some(element) = element(id) else { return };
    element.set_inner_html("");
    let mut state = view().build();
    state.mount(&element, None);
    keep(state);
}

/// Replaces what is in the element of an id whenever `html` gives another text. The first text is
/// what is there already.
fn follow(id: &'static str, html: impl Fn() -> String + Send + Sync + 'static) {
    let html = Memo::new(move |_| html());
    keep(RenderEffect::new(move |before: Option<()>| {
        html.with(|html| {
            if before.is_some() {
                set_html(id, html);
            }
        });
    }));
}

/// Keeps a value until the current owner is cleaned up.
fn keep<T: 'static>(value: T) {
    StoredValue::new_local(value);
}
