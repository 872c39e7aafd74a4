//! Take-over of a published page: components replace their published copies; cards and records stay.

use leptos::{
    prelude::*,
    reactive::effect::RenderEffect,
    tachys::view::any_view::{AnyView, AnyViewState},
};

use super::{
    embed::{ROWS_ID, rows},
    record::record,
    shell::{LazyList, Overlays, embed_list, page_list},
};
use crate::{
    components::{
        BackButton, BarActions, EmbedNotices, EmbedTools, FRAME_FOOT_ID, FacetSection,
        NothingFound, Notices, OwnAlerts, PendingPage, Sentence, SkipLink, Tools,
        attach_panel_events, attach_search_events, facets, frame_foot,
    },
    state::{
        Explorer, FIRST_CARDS_ID, HEADING_ID, RECORD_ID, SEARCH_ID, TROUBLE_ID,
        browser::{element, focus, focused_id_within, pause, set_html},
    },
};

/// Connects a published page to the explorer.
///
/// Components are mounted in place of their published copies, with equal elements. The search field,
/// the cards and the page of a record keep their elements until their content changes. Everything is
/// dropped with the current owner.
///
/// Facets are built in several tasks, so that a phone stays responsive in between. All controls are
/// mounted in the last task, so that nobody can use them before the explorer has the state of the
/// page.
pub(crate) async fn take_over(explorer: Explorer) {
    if element(HEADING_ID).is_some() {
        let facets = BuiltFacets::build(explorer).await;
        facets.mount();
        mount("notices", || view! { <Notices/> }.into_any());
        mount("tools", || view! { <Tools/> }.into_any());
        sync_html(FIRST_CARDS_ID, move || explorer.first_cards());
    } else {
        mount("list", || view! { <LazyList list=page_list/> }.into_any());
    }
    mount("skip", || view! { <SkipLink/> }.into_any());
    mount("bar-actions", || view! { <BarActions/> }.into_any());
    take_over_rest(explorer);
}

/// Connects a published frame to the explorer.
pub(crate) fn take_over_embed(explorer: Explorer) {
    if element(HEADING_ID).is_some() {
        mount("notices", || view! { <EmbedNotices/> }.into_any());
        mount("tools", || view! { <EmbedTools/> }.into_any());
        mount("way-back", || view! { <BackButton/> }.into_any());
        sync_html(ROWS_ID, move || rows(explorer));
    } else {
        mount("list", || view! { <LazyList list=embed_list/> }.into_any());
    }
    sync_html(FRAME_FOOT_ID, move || frame_foot(explorer));
    take_over_rest(explorer);
}

/// Connects the parts that pages and frames have in common.
fn take_over_rest(explorer: Explorer) {
    mount(HEADING_ID, || view! { <Sentence/> }.into_any());
    mount("ways-out", || view! { <NothingFound/> }.into_any());
    mount(TROUBLE_ID, || view! { <OwnAlerts/> }.into_any());
    mount("pending", || view! { <PendingPage/> }.into_any());
    mount("overlays", || view! { <Overlays/> }.into_any());
    sync_html(RECORD_ID, move || record(explorer).into_string());
    let form = element(SEARCH_ID).and_then(|field| field.closest("form").ok().flatten());
    if let Some(form) = form {
        keep(attach_search_events(&form));
    }
}

/// Facets that are built, but not mounted yet.
struct BuiltFacets {
    is_pointed_at: RwSignal<bool>,
    sections: Vec<AnyViewState>,
}

impl BuiltFacets {
    /// Builds the facets, one in each task.
    async fn build(explorer: Explorer) -> Self {
        let is_pointed_at = RwSignal::new(false);
        let mut sections = Vec::new();
        for facet in facets(explorer) {
            let section = view! { <FacetSection facet place="side" is_pointed_at/> };
            sections.push(section.into_any().build());
            pause().await;
        }
        Self { is_pointed_at, sections }
    }

    /// Replaces the content of the panel with the facets.
    fn mount(mut self) {
        let panel = element("side").and_then(|side| side.first_element_child());
        let Some(panel) = panel else { return };
        self.is_pointed_at.set(panel.matches(":hover").unwrap_or_default());
        panel.set_inner_html("");
        for section in &mut self.sections {
            section.mount(&panel, None);
        }
        keep(self.sections);
        keep(attach_panel_events(&panel, self.is_pointed_at));
    }
}

/// Mounts a view into an element in place of its content. If an element inside had the focus, the new
/// element with the same id gets it.
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

/// Replaces the content of an element whenever `html` returns a new text. The first text is that of
/// the published page, so it is not set.
fn sync_html(id: &'static str, html: impl Fn() -> String + Send + Sync + 'static) {
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
