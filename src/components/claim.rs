use leptos::prelude::*;

use super::value_link;
use crate::{
    dataset::{Claim, Coded},
    search::Facet,
    state::Explorer,
};

/// What a post claims, beside what the sources say, with the verdict.
#[component]
pub fn ClaimCheck(
    /// The claim.
    claim: Claim,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let verdict = atlas.dataset.vocabulary.term(Coded::Verdict, claim.verdict);
    let label = verdict.label.clone().into_any();
    let pill = value_link(explorer, Facet::Verdict, &verdict.id, tone(&verdict.id), label);
    let hint = verdict.hint.clone();
    view! {
        <div class="check">
            <div>
                <h3>"The post says"</h3>
                <p>{claim.text}</p>
            </div>
            <div>
                <h3>"The sources say " {pill}</h3>
                <p>{claim.note}</p>
                <p class="hint">{hint}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The color of a verdict, beside its word.
fn tone(id: &str) -> &'static str {
    match id {
        "confirmed" => "pill good",
        "imprecise" => "pill plain",
        "wrong" => "pill bad",
        _ => "pill warn",
    }
}
