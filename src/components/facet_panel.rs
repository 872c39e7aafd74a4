use leptos::prelude::*;

use super::{facet_section::FacetSection, years::Years};
use crate::search::Facet;

/// The facets in the order in which readers ask: what it took the place of, when, for what, where,
/// how it stands, and how well all that is known.
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

/// Every facet with its values.
#[component]
pub fn FacetPanel() -> impl IntoView {
    let sections: Vec<_> = ORDER
        .into_iter()
        .map(|facet| match facet {
            Facet::Since => view! { <Years /> }.into_any(),
            facet => view! { <FacetSection facet /> }.into_any(),
        })
        .collect();
    view! { <div class="facets">{sections}</div> }.into_any()
}
