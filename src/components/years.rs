//! Facet of years: histogram and range.

use leptos::prelude::*;

use super::{child, facet_row::FacetRow, text};
use crate::{
    chart::{BAR_STEP, CHART_HEIGHT, bars},
    markup,
    search::{Facet, Query, ValueIdx},
    state::Explorer,
};

/// Years of adoption: a histogram, fields for the range, and the value for unknown years.
#[component]
pub(crate) fn YearRange(
    /// Part of the ids of its elements.
    place: &'static str,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let (first, last) = explorer.atlas().catalog().years().unwrap_or_default();
    let from = move || explorer.with_query(|query| query.years().from);
    let to = move || explorer.with_query(|query| query.years().to);
    let unknown = unknown_year(explorer)
        .map(|value| view! { <ul><FacetRow facet=Facet::Since value place/></ul> }.into_any());
    let set_from = move |year| explorer.set_first_year(year);
    let set_to = move |year| explorer.set_last_year(year);
    view! {
        <Histogram/>
        <div class="span">
            {year_field("From ", [place, "-from"].concat(), first, from, set_from)}
            {year_field("to ", [place, "-to"].concat(), last, to, set_to)}
        </div>
        {unknown}
    }
}

/// Field for one end of the range. `hint` is the first or last year of the dataset.
fn year_field(
    label: &'static str,
    id: String,
    hint: u16,
    year: impl Fn() -> Option<u16> + Send + 'static,
    set: impl Fn(Option<u16>) + 'static,
) -> AnyView {
    let (first, last) = Explorer::expect().atlas().catalog().years().unwrap_or_default();
    view! {
        <label>
            {label}
            <input type="number" inputmode="numeric" id=id min=first max=last placeholder=hint
                value=year() prop:value=text(move || year_text(year()))
                on:change:target=move |event| set(event.target().value().parse().ok())/>
        </label>
    }
    .into_any()
}

fn year_text(year: Option<u16>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// Histogram of years, with the chosen range in color. It is only for the mouse: the fields below it
/// show and set the same range.
#[component]
fn Histogram() -> impl IntoView {
    let explorer = Explorer::expect();
    let years = years(explorer);
    let width = years.len() * BAR_STEP as usize;
    let bars = child(move || {
        let count = |(idx, _): &(ValueIdx, u16)| {
            explorer.with_results(|results| results.count(Facet::Since, *idx))
        };
        let counts: Vec<_> = years.iter().map(count).collect();
        let chosen = explorer.with_query(Query::years);
        let bars = bars(&counts).into_iter().zip(counts).zip(&years);
        bars.map(|((bar, count), (_, year))| {
            let (year, bar) = (*year, markup::year_bar(bar, *year, count, chosen.contains(*year)));
            view! { <g inner_html=bar.into_string() on:click=move |_| explorer.toggle_year(year)></g> }
                .into_any()
        })
        .collect_view()
    });
    view! {
        <svg class="years" viewBox=format!("0 0 {width} {CHART_HEIGHT}") preserveAspectRatio="none"
            aria-hidden="true">{bars}</svg>
    }
}

/// Returns the value for unknown years if any project has it.
fn unknown_year(explorer: Explorer) -> Option<ValueIdx> {
    let atlas = explorer.atlas();
    let unknown = atlas.catalog().unknown(Facet::Since)?;
    (atlas.catalog().value(Facet::Since, unknown).n_projects > 0).then_some(unknown)
}

fn years(explorer: Explorer) -> Vec<(ValueIdx, u16)> {
    let atlas = explorer.atlas();
    let values = (0..).map(ValueIdx).zip(atlas.catalog().values(Facet::Since));
    values.filter_map(|(idx, value)| Some((idx, value.id.parse().ok()?))).collect()
}
