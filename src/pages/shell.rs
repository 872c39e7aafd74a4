//! Shell of every page: bar, list, record, footer and dialogs.

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
/// [`take_over`](super::take_over) finds elements of a published page by their ids.
#[component]
pub(crate) fn Shell(
    /// State of the page.
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
            <div class="live" id="list"><LazyList list/></div>
            <div class="live" id=RECORD_ID inner_html=text(move || record.get())></div>
            <div class="live" id="pending">{(!IS_STATIC).then(|| view! { <PendingPage/> }.into_any())}</div>
            <Footer/>
            <div class="live" id="overlays">{(!IS_STATIC).then(|| view! { <Overlays/> }.into_any())}</div>
            <p class="unseen" lang="en" id=STATUS_ID role="status"></p>
        </div>
    }
}

/// Dialogs above the page.
#[component]
pub(crate) fn Overlays() -> impl IntoView {
    view! { <RefineSheet/> <ShareDialog/> }
}

/// A list that is rendered when it is first shown. Most readers who open a link to a record never see
/// the list, which has ten times as many elements. Once rendered, it stays below the page of a record,
/// so that going back is instant.
#[component]
pub(crate) fn LazyList(
    /// Renders the list.
    list: fn() -> AnyView,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let was_shown =
        Memo::new(move |before: Option<&bool>| before == Some(&true) || explorer.shows_list());
    child(move || was_shown.get().then(list))
}

/// List of a page.
pub(crate) fn page_list() -> AnyView {
    view! { <ListPage/> }.into_any()
}

/// List of a frame.
pub(super) fn embed_list() -> AnyView {
    view! { <EmbedPage/> }.into_any()
}
