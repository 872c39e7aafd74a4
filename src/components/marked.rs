use leptos::prelude::*;

use crate::search::Highlighter;

/// A text with what the search matched in it marked.
pub(super) fn marked(text: &str, highlighter: &Highlighter) -> AnyView {
    if highlighter.is_empty() {
        return text.to_owned().into_any();
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in highlighter.ranges(text) {
        pieces.push(text[at..range.start].to_owned().into_any());
        at = range.end;
        let found = text[range].to_owned();
        pieces.push(view! { <mark>{found}</mark> }.into_any());
    }
    pieces.push(text[at..].to_owned().into_any());
    pieces.into_any()
}
