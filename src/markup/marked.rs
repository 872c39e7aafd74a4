//! Text with highlighted matches.

use std::ops::Range;

use maud::{Markup, html};

use crate::{search::Highlighter, wording::with_ltr_marks};

/// Renders a text and marks the matches of the search.
pub(super) fn marked(text: &str, highlighter: &Highlighter) -> Markup {
    let part = |range: Range<usize>| with_ltr_marks(text.get(range).unwrap_or_default());
    let mut at = 0;
    html! {
        @for range in highlighter.ranges(text) {
            (part(at..range.start))
            mark { (part(range.clone())) }
            ({
                at = range.end;
                ""
            })
        }
        (part(at..text.len()))
    }
}
