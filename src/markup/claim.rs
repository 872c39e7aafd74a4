use maud::{Markup, html};

use super::{Site, claims::all_claims};
use crate::{
    dataset::{Claim, TermIdx, VocabularyKind},
    link::Route,
    wording::with_ltr_marks,
};

/// What the post claims, beside what the sources say, with the verdict.
pub(super) fn claim_check(site: Site<'_>, claim: &Claim) -> Markup {
    let verdict = site.dataset.vocabulary.term(VocabularyKind::Verdict, claim.verdict);
    html! {
        div.check {
            (claim_text(claim))
            div {
                h3 { "The sources say " (verdict_pill(site, claim.verdict)) }
                p dir="auto" { (with_ltr_marks(&claim.note)) }
                @if let Some(hint) = &verdict.hint { p.hint dir="auto" { (hint) } }
            }
        }
        (all_claims(site))
    }
}

/// What the post says, in its own words.
pub(super) fn claim_text(claim: &Claim) -> Markup {
    html! {
        div {
            h3 { "The post says" }
            p dir="auto" { (with_ltr_marks(&claim.text)) }
        }
    }
}

/// A verdict, leading to all claims that got it.
pub(super) fn verdict_pill(site: Site<'_>, verdict: TermIdx) -> Markup {
    let term = site.dataset.vocabulary.term(VocabularyKind::Verdict, verdict);
    html! {
        a dir="auto" class=(tone(&term.id)) href=(site.href(&Route::Claims(Some(verdict))))
            title=[term.hint.as_deref()] { (term.label) }
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
