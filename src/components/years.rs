use leptos::prelude::*;

use super::{facet_section::FacetHeading, facet_value::FacetValueRow};
use crate::{
    chart::{BAR_STEP, CHART_HEIGHT, bars},
    search::{Facet, ValueIdx, YearRange},
    state::Explorer,
    wording::facet_title,
};

/// The years of adoption: a histogram that refines by a click, and a field for each end.
#[component]
pub(super) fn Years() -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let catalog = atlas.catalog();
    let years: Vec<(ValueIdx, Option<u16>)> = (0..)
        .map(ValueIdx)
        .zip(catalog.values(Facet::Since))
        .map(|(idx, value)| (idx, value.id.parse().ok()))
        .collect();
    let unknown = years.iter().find(|(_, year)| year.is_none()).map(|(idx, _)| *idx);
    let years: Vec<(ValueIdx, u16)> =
        years.into_iter().filter_map(|(idx, year)| Some((idx, year?))).collect();
    let ends = catalog.years().unwrap_or_default();
    view! {
        <div class="facet" role="group" aria-label=facet_title(Facet::Since)>
            <FacetHeading facet=Facet::Since />
            <Histogram years />
            <Ends ends />
            <ul>
                {unknown.map(|value| view! { <FacetValueRow facet=Facet::Since value /> })}
            </ul>
        </div>
    }
    .into_any()
}

/// A bar for each year, those of the chosen range in color. For the mouse: the fields below say
/// and do the same.
#[component]
fn Histogram(years: Vec<(ValueIdx, u16)>) -> impl IntoView {
    let explorer = Explorer::expect();
    let view_box = format!("0 0 {} {CHART_HEIGHT}", years.len() * BAR_STEP as usize);
    let idxs: Vec<ValueIdx> = years.iter().map(|(idx, _)| *idx).collect();
    let drawn = Memo::new(move |_| {
        let results = explorer.results().get();
        bars(&idxs.iter().map(|idx| results.count(Facet::Since, *idx)).collect::<Vec<_>>())
    });
    let columns: Vec<_> = (0..)
        .zip(years)
        .map(|(at, (_, year)): (usize, _)| {
            let range = YearRange::new(Some(year), Some(year));
            let bar = move || drawn.with(|bars| bars[at]);
            let is_in = move || explorer.query().with(|query| query.years().contains(year));
            let choose = move |_| {
                let is_chosen = explorer.query().with_untracked(|query| query.years() == range);
                explorer.set_years(if is_chosen { YearRange::default() } else { range });
            };
            view! {
                <g on:click=choose>
                    <title>{year}</title>
                    <rect class="hit" x=bar().x y="0" width=bar().width height=CHART_HEIGHT></rect>
                    <rect
                        class=move || if is_in() { "in" } else { "" }
                        x=bar().x
                        y=move || bar().y
                        width=bar().width
                        height=move || bar().height
                    ></rect>
                </g>
            }
            .into_any()
        })
        .collect();
    view! {
        <svg class="years" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
            {columns}
        </svg>
    }
    .into_any()
}

/// The two ends of the range.
#[component]
fn Ends(ends: (u16, u16)) -> impl IntoView {
    let explorer = Explorer::expect();
    let years = move || explorer.query().with(|query| query.years());
    let shown = |end: Option<u16>| end.map(|year| year.to_string()).unwrap_or_default();
    let field = move |placeholder: u16,
                      value: Signal<String>,
                      set: fn(YearRange, Option<u16>) -> YearRange| {
        view! {
            <input
                type="number"
                inputmode="numeric"
                min=ends.0
                max=ends.1
                placeholder=placeholder
                prop:value=move || value.get()
                on:change:target=move |event| {
                    let year = event.target().value().parse().ok();
                    explorer.set_years(set(untrack(years), year));
                }
            />
        }
    };
    let from = field(ends.0, Signal::derive(move || shown(years().from)), |years, from| {
        YearRange::new(from, years.to)
    });
    let to = field(ends.1, Signal::derive(move || shown(years().to)), |years, to| {
        YearRange::new(years.from, to)
    });
    view! {
        <div class="span">
            <label>"From " {from}</label>
            <label>"to " {to}</label>
        </div>
    }
    .into_any()
}
