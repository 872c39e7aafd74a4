use maud::{Markup, html};

use crate::search::Highlighter;

/// A text with what the search matched in it marked.
pub(super) fn marked(text: &str, highlighter: &Highlighter) -> Markup {
    let mut at = 0;
    html! {
        @for range in highlighter.ranges(text) {
            (text[at..range.start])
            mark { (text[range.clone()]) }
            ({
                at = range.end;
                ""
            })
        }
        (text[at..])
    }
}
