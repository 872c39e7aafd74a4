use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::{
    dataset::Coded,
    search::{Query, SearchResults, SortBy},
    wording::sort_label,
};

/// The tools between the sentence and the list: the order, "Clear all", which leads to `cleared`,
/// and the button that opens the facets where there is no room beside the list.
pub fn tools(site: Site<'_>, query: &Query, results: &SearchResults, cleared: Query) -> Markup {
    let n_parts = query.parts().count();
    html! {
        div.tools {
            label.pick lang="en" {
                "Sorted by "
                select #sort data-do=(Action::Sort) { (orders(site, query)) }
                // Effects can only be compared within one metric, so say which.
                @if let Some(metric) = results.outcome_metric {
                    span { "on " bdi { (site.dataset.label(Coded::Metric, metric)) } }
                }
            }
            @if 0 < n_parts {
                button.btn #clear type="button" data-do=(site.go(cleared)) { "Clear all" }
            }
            div.dock {
                button.btn #refine type="button" data-do=(Action::Refine) aria-haspopup="dialog" {
                    (icon(Icon::Sliders)) "Refine"
                    @if 0 < n_parts { " · " (n_parts) }
                }
            }
        }
    }
}

/// The orders that tell projects apart, the best match only with words to match; and the current
/// one, which a link may have asked for.
fn orders(site: Site<'_>, query: &Query) -> Markup {
    let has_text = !query.text().is_empty();
    let is_useful = |sort: &SortBy| {
        (has_text || *sort != SortBy::Relevance) && site.catalog.orders().contains(sort)
    };
    let is_offered = |sort: &SortBy| is_useful(sort) || *sort == query.sort();
    let orders = SortBy::ALL.into_iter().filter(is_offered);
    html! {
        @for sort in orders {
            option value=(sort.key()) selected[sort == query.sort()] { (sort_label(sort)) }
        }
    }
}
