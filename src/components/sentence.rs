use leptos::prelude::*;

use super::{Icon, icon};
use crate::{
    search::{Part, Polarity},
    state::{Explorer, HEADING_ID},
    wording::Piece,
};

/// The sentence that says what is shown, as the heading of the page. Each part of the query in it
/// is a button that takes the part away.
#[component]
pub fn Sentence() -> impl IntoView {
    let explorer = Explorer::expect();
    let sentence = explorer.sentence();
    view! {
        <h1 class="sentence" id=HEADING_ID tabindex="-1">
            {move || sentence.get().into_iter().map(|piece| shown(explorer, piece)).collect_view()}
        </h1>
    }
    .into_any()
}

fn shown(explorer: Explorer, piece: Piece) -> AnyView {
    match piece {
        Piece::Count(count) => view! { <span class="num">{count}</span> " " }.into_any(),
        Piece::Words(words) => view! { <span class="soft">{words}</span> " " }.into_any(),
        Piece::Part(part, label) => {
            let class = if is_exclusion(part) { "part out" } else { "part" };
            let name = format!("Remove {label}");
            view! {
                <button class=class aria-label=name on:click=move |_| explorer.remove(part)>
                    {label}
                    {icon(Icon::Cross)}
                </button>
                " "
            }
            .into_any()
        }
    }
}

fn is_exclusion(part: Part) -> bool {
    matches!(part, Part::Refinement(refinement) if refinement.polarity == Polarity::Exclude)
}
