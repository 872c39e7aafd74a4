use maud::{Markup, html};

use super::{Icon, Site, icon};
use crate::{
    search::{Part, Polarity, Query},
    wording::Piece,
};

/// The heading that says what is shown. Each part of the query in it is a button that takes the
/// part away.
pub fn sentence(site: Site<'_>, query: &Query, pieces: &[Piece], heading_id: &str) -> Markup {
    html! {
        h1.sentence lang="en" dir="ltr" id=(heading_id) tabindex="-1" {
            @for (idx, piece) in pieces.iter().enumerate() {
                @if 0 < idx { " " }
                @match piece {
                    Piece::Count(count) => span.num { (count) },
                    Piece::Words(words) if follows_count(pieces, idx) => (words),
                    Piece::Words(words) => span.soft { (words) },
                    Piece::Part(part, label) => (removable(site, query, *part, label)),
                }
            }
        }
    }
}

/// The noun of a count is as strong as the count.
fn follows_count(pieces: &[Piece], idx: usize) -> bool {
    0 < idx && matches!(pieces[idx - 1], Piece::Count(_))
}

fn removable(site: Site<'_>, query: &Query, part: Part, label: &str) -> Markup {
    let is_out = matches!(part, Part::Refinement(chosen) if chosen.polarity == Polarity::Exclude);
    let without = site.go(query.clone().without(part));
    html! {
        button.part.out[is_out] type="button" data-do=(without) aria-label={ "Remove " (label) } {
            bdi { (label) } (icon(Icon::Cross))
        }
    }
}
