use maud::{Markup, html};

use super::Site;
use crate::{
    search::{Query, Relaxation},
    wording::{grouped, part_label},
};

/// How many ways out are offered: the best ones.
const N_WAYS: usize = 6;

/// Offers ways out of an empty list: parts of the query to drop, with the number of results, and
/// "Clear all", which leads to the query `cleared`.
pub fn nothing_found(site: Site<'_>, query: &Query, ways: &[Relaxation], cleared: Query) -> Markup {
    html! {
        section.empty {
            h2 { "No project matches all of this" }
            p lang="en" dir="ltr" {
                @if ways.is_empty() { "Nor without any single part of it. Start over:" }
                @else { "Without one of these there are:" }
            }
            ul.ways {
                @for way in ways.iter().take(N_WAYS) {
                    @let without = query.clone().without(way.part);
                    li {
                        button.btn dir="ltr" type="button" data-do=(site.go(without)) {
                            span { "Drop " bdi { (part_label(way.part, query, site.catalog)) } }
                            b.num { (grouped(way.n_projects as usize)) }
                        }
                    }
                }
                li {
                    button.btn type="button" data-do=(site.go(cleared)) { "Clear all" }
                }
            }
        }
    }
}
