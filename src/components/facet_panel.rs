//! Panel with all facets.

use leptos::{attr::Attribute, ev, prelude::*, tachys::html::event::on, web_sys::Element};

use super::{child, facet_values::FacetValues, years::YearRange};
use crate::{search::Facet, state::Explorer, wording::facet_title};

/// Display order of the facets, by how often readers need them.
const ORDER: [Facet; 12] = [
    Facet::Replaces,
    Facet::Since,
    Facet::Domain,
    Facet::Industry,
    Facet::Metric,
    Facet::Status,
    Facet::Kind,
    Facet::Country,
    Facet::Oss,
    Facet::Confidence,
    Facet::Verdict,
    Facet::Org,
];

/// Panel with every facet that can narrow the list.
#[component]
pub(crate) fn FacetPanel(
    /// Part of the ids of its elements, because a page may have two panels.
    place: &'static str,
) -> impl IntoView {
    let is_pointed_at = RwSignal::new(false);
    let section = |facet| view! { <FacetSection facet place is_pointed_at/> }.into_any();
    let sections = facets(Explorer::expect()).into_iter().map(section).collect_view();
    view! { <div class="facets" {..pointing(is_pointed_at)}>{sections}</div> }
}

/// Attaches the pointer events to the panel of a published page.
pub(crate) fn attach_panel_events(
    panel: &Element,
    is_pointed_at: RwSignal<bool>,
) -> impl Sized + 'static {
    pointing(is_pointed_at).build(panel)
}

fn pointing(is_pointed_at: RwSignal<bool>) -> impl Attribute<State: 'static> {
    (
        on(ev::mouseenter, move |_| is_pointed_at.set(true)),
        on(ev::mouseleave, move |_| is_pointed_at.set(false)),
    )
}

/// Returns the facets that can narrow the list.
pub(crate) fn facets(explorer: Explorer) -> Vec<Facet> {
    let atlas = explorer.atlas();
    ORDER.into_iter().filter(|facet| atlas.catalog().is_refinable(*facet)).collect()
}

/// Facet with its values.
#[component]
pub(crate) fn FacetSection(
    /// Facet to show.
    facet: Facet,
    /// Part of the ids of its elements.
    place: &'static str,
    /// `true` while the pointer is over the panel: no row moves away from it.
    is_pointed_at: RwSignal<bool>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let title = facet_title(facet);
    let is_refined = move || explorer.with_query(|query| query.refines(facet));
    let clear = move || {
        view! {
            <button class="more" type="button" id=format!("{place}-clear-{}", facet.key())
                aria-label=["Clear ", title].concat()
                on:click=move |_| explorer.clear_facet(facet)>"Clear"</button>
        }
        .into_any()
    };
    let values = if facet == Facet::Since {
        view! { <YearRange place/> }.into_any()
    } else {
        view! { <FacetValues facet place is_pointed_at/> }.into_any()
    };
    view! {
        <div class="facet" role="group" aria-label=title>
            <h2 lang="en">{title} {child(move || is_refined().then(clear))}</h2>
            {values}
        </div>
    }
}
