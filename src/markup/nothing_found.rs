use maud::{Markup, html};

use super::{Action, Site, tools::clear_all};
use crate::{
    search::{Query, Relaxation},
    wording::part_label,
};

/// How many ways out are offered: the best ones.
const N_WAYS: usize = 6;

/// Instead of an empty list: which part of the query to drop, and what that gives.
pub fn nothing_found(site: Site<'_>, query: &Query, ways: &[Relaxation]) -> Markup {
    html! {
        section.empty {
            h2 { "No project matches all of this" }
            p lang="en" dir="ltr" {
                @if ways.is_empty() { "Nor without any single part of it. Start over:" }
                @else { "Without one of these there are:" }
            }
            ul.ways {
                @for way in ways.iter().take(N_WAYS) {
                    @let without = site.query_address(query.clone().without(way.part));
                    li {
                        button.btn dir="ltr" type="button" data-do=(Action::Go(without)) {
                            span { "Drop " bdi { (part_label(way.part, query, site.catalog)) } }
                            b.num { (way.n_projects) }
                        }
                    }
                }
                li {
                    button.btn type="button" data-do=(clear_all(site, query)) { "Clear all" }
                }
            }
        }
    }
}
