use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::{
    dataset::Coded,
    search::{Query, SearchResults, SortBy},
    wording::sort_label,
};

/// What stands between the sentence and the list: the order, "clear all", and the button that
/// opens the facets where there is no room beside the list.
pub fn tools(site: Site<'_>, query: &Query, results: &SearchResults) -> Markup {
    let n_parts = query.parts().count();
    html! {
        div.tools {
            label.pick lang="en" {
                "Sorted by "
                select #sort data-do=(Action::Sort) { (orders(query)) }
                // Effects can only be compared within one metric, so say which.
                @if let Some(metric) = results.outcome_metric {
                    span { "on " bdi { (site.dataset.label(Coded::Metric, metric)) } }
                }
            }
            @if 0 < n_parts {
                button.btn #clear type="button" data-do=(clear_all(site, query)) { "Clear all" }
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

/// Takes everything away but the order.
pub(super) fn clear_all(site: Site<'_>, query: &Query) -> Action {
    Action::Go(site.query_address(Query::default().with_sort(query.sort())))
}

/// The orders; the best match only with words to match.
fn orders(query: &Query) -> Markup {
    let has_text = !query.text().is_empty();
    let orders = SortBy::ALL.into_iter().filter(|sort| has_text || *sort != SortBy::Relevance);
    html! {
        @for sort in orders {
            option value=(sort.key()) selected[sort == query.sort()] { (sort_label(sort)) }
        }
    }
}
