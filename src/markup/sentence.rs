use maud::{Markup, html};

use super::{Icon, icon};
use crate::{
    search::{Part, Polarity},
    wording::Piece,
};

/// What is in the heading that says what is shown. Each part of the query is a button that names
/// its piece in `data-piece`.
pub fn sentence(pieces: &[Piece]) -> Markup {
    html! {
        @for (idx, piece) in pieces.iter().enumerate() {
            @if 0 < idx { " " }
            @match piece {
                Piece::Count(count) => span.num { (count) },
                Piece::Words(words) => span.soft { (words) },
                Piece::Part(part, label) => (removable(*part, label, idx)),
            }
        }
    }
}

fn removable(part: Part, label: &str, idx: usize) -> Markup {
    let is_out = matches!(part, Part::Refinement(chosen) if chosen.polarity == Polarity::Exclude);
    html! {
        button.part.out[is_out] type="button" data-piece=(idx) aria-label={ "Remove " (label) } {
            (label) (icon(Icon::Cross))
        }
    }
}
