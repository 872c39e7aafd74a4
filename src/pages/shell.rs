use leptos::prelude::*;

use super::{embed::EmbedPage, list::ListPage, record::record};
use crate::{
    components::{
        Alerts, Bar, Footer, PendingPage, RefineSheet, ShareDialog, SkipLink, child, text,
    },
    state::{Explorer, IS_STATIC, Presentation, RECORD_ID, STATUS_ID, TROUBLE_ID},
};

/// The whole page. Provides the explorer to its components.
///
/// Elements with an id are the places that [`take_over`](super::take_over) finds again in a published
/// page.
#[component]
pub(crate) fn Shell(
    /// The state that the page shows.
    explorer: Explorer,
) -> impl IntoView {
    provide_context(explorer);
    let is_page = explorer.presentation() == Presentation::Page;
    let list = if is_page { page_list } else { embed_list };
    let bar = || view! { <div class="live" id="skip"><SkipLink/></div> <Bar/> }.into_any();
    let record = Memo::new(move |_| record(explorer).into_string());
    view! {
        <div class="shell">
            {is_page.then(bar)}
            <div class="live" id=TROUBLE_ID><Alerts/></div>
            <div class="live" id="list"><LaterList list/></div>
            <div class="live" id=RECORD_ID inner_html=text(move || record.get())></div>
            <div class="live" id="pending">{(!IS_STATIC).then(|| view! { <PendingPage/> }.into_any())}</div>
            <Footer/>
            <div class="live" id="overlays">{(!IS_STATIC).then(|| view! { <Overlays/> }.into_any())}</div>
            <p class="unseen" lang="en" id=STATUS_ID role="status"></p>
        </div>
    }
}

/// The dialogs above the page.
#[component]
pub(crate) fn Overlays() -> impl IntoView {
    view! { <RefineSheet/> <ShareDialog/> }
}

/// A list, once it is asked for: most readers who are led to a record never see it, and it has ten
/// times as many elements. It stays below the page of a record, so that going back finds it as it was.
#[component]
pub(crate) fn LaterList(
    /// Shows the list.
    list: fn() -> AnyView,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let is_asked_for =
        Memo::new(move |before: Option<&bool>| before == Some(&true) || explorer.shows_list());
    child(move || is_asked_for.get().then(list))
}

/// The list of a page.
pub(crate) fn page_list() -> AnyView {
    view! { <ListPage/> }.into_any()
}

/// The list of a frame.
pub(super) fn embed_list() -> AnyView {
    view! { <EmbedPage/> }.into_any()
}
