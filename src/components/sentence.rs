use leptos::prelude::*;

use super::{child, icon::Icon};
use crate::{
    markup::Icon as Shape,
    search::{Polarity, QueryPart, Refinement},
    state::Explorer,
    wording::SentencePart,
};

/// The sentence that says what is shown, to be set into the heading of a list. Each part of the query
/// in it is a button that takes the part away.
#[component]
pub(crate) fn Sentence() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let pieces = explorer.sentence();
        let ends_of_counts = std::iter::once(false)
            .chain(pieces.iter().map(|piece| matches!(piece, SentencePart::Count(_))));
        let ends_of_counts: Vec<_> = ends_of_counts.collect();
        let pieces = pieces.into_iter().zip(ends_of_counts).enumerate();
        let view = |(idx, (piece, follows_count))| {
            let space = if idx == 0 { "" } else { " " };
            (space, piece_view(explorer, piece, follows_count)).into_any()
        };
        pieces.map(view).collect_view()
    })
}

/// Shows a piece. The noun of a count is as strong as the count.
fn piece_view(explorer: Explorer, piece: SentencePart, follows_count: bool) -> AnyView {
    match piece {
        SentencePart::Count(count) => view! { <span class="num">{count}</span> }.into_any(),
        SentencePart::Words(words) if follows_count => words.into_any(),
        SentencePart::Words(words) => view! { <span class="soft">{words}</span> }.into_any(),
        SentencePart::Part(part, label) => part_view(explorer, part, label),
    }
}

/// Returns an id that the button of a part keeps in every sentence: `boot.js` does an early click on it
/// again.
fn part_id(part: QueryPart) -> String {
    match part {
        QueryPart::Text => "part-text".to_owned(),
        QueryPart::Word(idx) => format!("part-word-{idx}"),
        QueryPart::Years => "part-years".to_owned(),
        QueryPart::Picked => "part-picked".to_owned(),
        QueryPart::Refinement(Refinement { facet, value, .. }) => {
            format!("part-{}-{}", facet.key(), value.0)
        }
    }
}

fn part_view(explorer: Explorer, part: QueryPart, label: String) -> AnyView {
    let is_out =
        matches!(part, QueryPart::Refinement(chosen) if chosen.polarity == Polarity::Exclude);
    let class = if is_out { "part out" } else { "part" };
    let name = ["Remove ", &label].concat();
    view! {
        <button class=class type="button" id=part_id(part) aria-label=name
            on:click=move |_| explorer.remove(part)>
            <bdi>{label}</bdi>
            <Icon shape=Shape::Cross/>
        </button>
    }
    .into_any()
}
