//! Sentence about the results, with buttons for the parts of the query.

use leptos::prelude::*;

use super::{child, icon::Icon};
use crate::{
    markup::Icon as Shape,
    search::{Polarity, QueryPart, Refinement},
    state::Explorer,
    wording::SentencePart,
};

/// Content of the heading of a list: the sentence about the results. Each part of the query is a button
/// that removes the part.
#[component]
pub(crate) fn Sentence() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let parts = explorer.sentence();
        let follows_count = std::iter::once(false)
            .chain(parts.iter().map(|part| matches!(part, SentencePart::Count(_))));
        let follows_count: Vec<_> = follows_count.collect();
        let parts = parts.into_iter().zip(follows_count).enumerate();
        let view = |(idx, (part, follows_count))| {
            let space = if idx == 0 { "" } else { " " };
            (space, part_view(explorer, part, follows_count)).into_any()
        };
        parts.map(view).collect_view()
    })
}

/// Renders a part. The noun after a count is as prominent as the count.
fn part_view(explorer: Explorer, part: SentencePart, follows_count: bool) -> AnyView {
    match part {
        SentencePart::Count(count) => view! { <span class="num">{count}</span> }.into_any(),
        SentencePart::Words(words) if follows_count => words.into_any(),
        SentencePart::Words(words) => view! { <span class="soft">{words}</span> }.into_any(),
        SentencePart::Part(part, label) => remove_button(explorer, part, label),
    }
}

/// Returns the id of the button of a part. It is the same in every sentence, because `boot.js` replays
/// an early click on it.
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

fn remove_button(explorer: Explorer, part: QueryPart, label: String) -> AnyView {
    let is_excluded =
        matches!(part, QueryPart::Refinement(chosen) if chosen.polarity == Polarity::Exclude);
    let class = if is_excluded { "part out" } else { "part" };
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
