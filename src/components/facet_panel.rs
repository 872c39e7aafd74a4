use leptos::prelude::*;

use super::live;
use crate::{
    markup::{
        FacetView, Markup, Site, facet_find, facet_heading, facet_more, facet_values, histogram,
        year_fields,
    },
    search::{Facet, Query, SearchResults},
    state::{Controls, Explorer},
    wording::facet_title,
};

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
pub fn FacetPanel(
    /// Where it is shown: part of the ids of its elements.
    place: &'static str,
) -> impl IntoView {
    let sections: Vec<_> = ORDER.into_iter().map(|facet| section(facet, place)).collect();
    view! { <div class="facets">{sections}</div> }.into_any()
}

fn section(facet: Facet, place: &'static str) -> AnyView {
    let explorer = Explorer::expect();
    let heading = live("live", move || {
        explorer.query().with(|query| {
            explorer.with_site(|site| facet_heading(site, query, facet, place))
        })
    });
    let body = match facet {
        Facet::Since => years(explorer, place),
        facet => values(explorer, facet, place),
    };
    view! {
        <div class="facet" role="group" aria-label=facet_title(facet)>
            {heading}
            {body}
        </div>
    }
    .into_any()
}

fn years(explorer: Explorer, place: &'static str) -> Vec<AnyView> {
    vec![
        live("live", move || with_answer(explorer, histogram)),
        live("live", move || {
            with_answer(explorer, |site, query, results| year_fields(site, query, results, place))
        }),
    ]
}

fn values(explorer: Explorer, facet: Facet, place: &'static str) -> Vec<AnyView> {
    let controls = Controls::expect();
    let view = move || FacetView { facet, place, is_open: controls.is_open(facet), wanted: "" };
    vec![
        live("live", move || explorer.with_site(|site| facet_find(site, view()))),
        live("live", move || {
            let wanted = controls.wanted(facet);
            with_answer(explorer, |site, query, results| {
                facet_values(site, query, results, FacetView { wanted: &wanted, ..view() })
            })
        }),
        live("live", move || explorer.with_site(|site| facet_more(site, view()))),
    ]
}

/// Gives the query and what it found to `make`, and follows both.
fn with_answer(
    explorer: Explorer,
    make: impl Fn(Site<'_>, &Query, &SearchResults) -> Markup,
) -> Markup {
    let results = explorer.results().get();
    explorer.query().with(|query| explorer.with_site(|site| make(site, query, &results)))
}
