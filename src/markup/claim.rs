use maud::{Markup, html};

use super::Site;
use crate::{
    dataset::{Claim, Coded},
    search::Facet,
};

/// What a post claims, beside what the sources say, with the verdict.
pub(super) fn claim_check(site: Site<'_>, claim: &Claim) -> Markup {
    let verdict = site.dataset.vocabulary.term(Coded::Verdict, claim.verdict);
    let label = html! { (verdict.label) };
    html! {
        div.check {
            div {
                h3 { "The post says" }
                p { (claim.text) }
            }
            div {
                h3 {
                    "The sources say "
                    (site.value_link(Facet::Verdict, &verdict.id, tone(&verdict.id), label))
                }
                p { (claim.note) }
                @if let Some(hint) = &verdict.hint { p.hint { (hint) } }
            }
        }
    }
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
