//! Takes over a published page: components take the places of those that were written, cards and
//! records stay.

use leptos::{
    prelude::*,
    reactive::effect::RenderEffect,
    tachys::view::any_view::{AnyView, AnyViewState},
};

use super::{
    embed::{ROWS_ID, rows},
    record::record,
    shell::{LaterList, Overlays, embed_list, page_list},
};
use crate::{
    components::{
        BarActions, EmbedNotices, EmbedTools, FRAME_FOOT_ID, FacetSection, NothingFound, Notices,
        OwnAlerts, PendingPage, Sentence, SkipLink, Tools, WayBack, facets, follow_facet_panel,
        follow_search_field, frame_foot,
    },
    state::{
        Explorer, FIRST_CARDS_ID, HEADING_ID, RECORD_ID, SEARCH_ID, TROUBLE_ID, element, focus,
        focused_id_within, pause, set_html,
    },
};

/// Makes a published page follow the explorer: what changes is mounted into its place, with the same
/// elements as before; the search field, the cards and the page of a record stay as they are until
/// they change. Everything is given up with the current owner.
///
/// Facets are made in several tasks, so that a phone answers to its reader in between. All that can be
/// used is mounted in the last task, so that nothing is used before the explorer has caught up.
pub(crate) async fn take_over(explorer: Explorer) {
    provide_context(explorer);
    if element(HEADING_ID).is_some() {
        let facets = MadeFacets::make(explorer).await;
        facets.mount();
        mount("notices", || view! { <Notices/> }.into_any());
        mount("tools", || view! { <Tools/> }.into_any());
        follow(FIRST_CARDS_ID, move || explorer.first_cards());
    } else {
        mount("list", || view! { <LaterList list=page_list/> }.into_any());
    }
    mount("skip", || view! { <SkipLink/> }.into_any());
    mount("bar-actions", || view! { <BarActions/> }.into_any());
    take_over_rest(explorer);
}

/// Does the same with a frame.
pub(crate) fn take_over_embed(explorer: Explorer) {
    provide_context(explorer);
    if element(HEADING_ID).is_some() {
        mount("notices", || view! { <EmbedNotices/> }.into_any());
        mount("tools", || view! { <EmbedTools/> }.into_any());
        mount("way-back", || view! { <WayBack/> }.into_any());
        follow(ROWS_ID, move || rows(explorer));
    } else {
        mount("list", || view! { <LaterList list=embed_list/> }.into_any());
    }
    follow(FRAME_FOOT_ID, move || frame_foot(explorer));
    take_over_rest(explorer);
}

/// Takes over the parts that pages and frames have in common. The sentence and the ways out are only
/// there on a list.
fn take_over_rest(explorer: Explorer) {
    mount(HEADING_ID, || view! { <Sentence/> }.into_any());
    mount("ways-out", || view! { <NothingFound/> }.into_any());
    mount(TROUBLE_ID, || view! { <OwnAlerts/> }.into_any());
    mount("pending", || view! { <PendingPage/> }.into_any());
    mount("overlays", || view! { <Overlays/> }.into_any());
    follow(RECORD_ID, move || record(explorer).into_string());
    let form = element(SEARCH_ID).and_then(|field| field.closest("form").ok().flatten());
    if let Some(form) = form {
        keep(follow_search_field(&form));
    }
}

/// Facets that are made, but not in the page yet.
struct MadeFacets {
    is_pointed_at: RwSignal<bool>,
    sections: Vec<AnyViewState>,
}

impl MadeFacets {
    /// Makes the facets, one in each task.
    async fn make(explorer: Explorer) -> Self {
        let is_pointed_at = RwSignal::new(false);
        let mut sections = Vec::new();
        for facet in facets(explorer) {
            let section = view! { <FacetSection facet place="side" is_pointed_at/> };
            sections.push(section.into_any().build());
            pause().await;
        }
        Self { is_pointed_at, sections }
    }

    /// Puts them into the panel of the page in place of what is there.
    fn mount(mut self) {
        let panel = element("side").and_then(|side| side.first_element_child());
        let Some(panel) = panel else { return };
        self.is_pointed_at.set(panel.matches(":hover").unwrap_or_default());
        panel.set_inner_html("");
        for section in &mut self.sections {
            section.mount(&panel, None);
        }
        keep(self.sections);
        keep(follow_facet_panel(&panel, self.is_pointed_at));
    }
}

/// Mounts a view into the element of an id, in place of what is there. The focus goes on to the element
/// of the same id.
pub(crate) fn mount(id: &str, view: impl FnOnce() -> AnyView) {
    let Some(element) = element(id) else { return };
    let focused = focused_id_within(&element);
    element.set_inner_html("");
    let mut state = view().build();
    state.mount(&element, None);
    keep(state);
    if let Some(id) = focused {
        focus(&id);
    }
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
