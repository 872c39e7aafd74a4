use maud::{Markup, html};

use super::{
    Action, Site,
    facet::{FacetView, facet_value},
};
use crate::{
    chart::{BAR_STEP, CHART_HEIGHT, bars},
    search::{Facet, Query, SearchResults, ValueIdx},
    wording::grouped,
};

/// The years of adoption as a histogram, those of the chosen range in color. For the mouse: the
/// fields beside it say and do the same.
pub fn histogram(site: Site<'_>, query: &Query, results: &SearchResults) -> Markup {
    let years = years(site);
    let counts: Vec<_> = years.iter().map(|(idx, _)| results.count(Facet::Since, *idx)).collect();
    let width = years.len() * BAR_STEP as usize;
    html! {
        svg.years viewBox={ "0 0 " (width) " " (CHART_HEIGHT) } preserveAspectRatio="none"
            aria-hidden="true" {
            @for ((bar, (_, year)), count) in bars(&counts).into_iter().zip(years).zip(&counts) {
                g data-do=(Action::Year(year)) {
                    title { (year) ": " (grouped(*count as usize)) }
                    rect.hit x=(bar.x) y="0" width=(bar.width) height=(CHART_HEIGHT) {}
                    rect.in[query.years().contains(year)] x=(bar.x) y=(bar.y)
                        width=(bar.width) height=(bar.height) {}
                }
            }
        }
    }
}

/// The two ends of the range, and the projects whose year is unknown.
pub fn year_fields(
    site: Site<'_>,
    query: &Query,
    results: &SearchResults,
    view: FacetView<'_>,
) -> Markup {
    let place = view.place;
    let (first, last) = site.catalog.years().unwrap_or_default();
    let years = query.years();
    let field = |name: &str, action: Action, hint: u16, value: Option<u16>| {
        html! {
            label {
                (name) " "
                input type="number" inputmode="numeric" id={ (place) "-" (action) }
                    data-do=(action) min=(first) max=(last) placeholder=(hint) value=[value];
            }
        }
    };
    html! {
        div.span {
            (field("From", Action::From, first, years.from))
            (field("to", Action::To, last, years.to))
        }
        @if let Some(unknown) = unknown_year(site) {
            ul { (facet_value(site, query, results, view, unknown)) }
        }
    }
}

/// The value of projects whose year is unknown, if there are any.
fn unknown_year(site: Site<'_>) -> Option<ValueIdx> {
    let unknown = site.catalog.unknown(Facet::Since)?;
    (0 < site.catalog.value(Facet::Since, unknown).n_projects).then_some(unknown)
}

fn years(site: Site<'_>) -> Vec<(ValueIdx, u16)> {
    let values = (0..).map(ValueIdx).zip(site.catalog.values(Facet::Since));
    values.filter_map(|(idx, value)| Some((idx, value.id.parse().ok()?))).collect()
}
