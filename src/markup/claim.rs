//! A checked claim on the page of its project.

use maud::{Markup, html};

use super::Site;
use crate::{
    dataset::{Claim, TermIdx, VocabularyKind},
    link::Route,
    wording::{counted, with_ltr_marks},
};

/// Renders a claim of the post next to the findings from the sources, with the verdict.
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

/// Renders the claim in the words of the post.
pub(super) fn claim_text(claim: &Claim) -> Markup {
    html! {
        div {
            h3 { "The post says" }
            p dir="auto" { (with_ltr_marks(&claim.text)) }
        }
    }
}

/// Link from a verdict to all claims with it.
pub(super) fn verdict_pill(site: Site<'_>, verdict: TermIdx) -> Markup {
    let term = site.dataset.vocabulary.term(VocabularyKind::Verdict, verdict);
    html! {
        a dir="auto" class=(tone(&term.id)) href=(site.href(&Route::Claims(Some(verdict))))
            title=[term.hint.as_deref()] { (term.label) }
    }
}

/// Link to the page of all claims.
fn all_claims(site: Site<'_>) -> Markup {
    let n_claims = u32::try_from(site.dataset.claims().count()).unwrap_or(u32::MAX);
    let (n, noun) = counted(n_claims, "claim", "claims");
    html! {
        p.hint { a href=(site.href(&Route::Claims(None))) { "All " (n) " " (noun) ", checked" } }
    }
}

/// Returns the classes of a verdict, for its color.
fn tone(id: &str) -> &'static str {
    match id {
        "confirmed" => "pill good",
        "imprecise" => "pill plain",
        "wrong" => "pill bad",
        _ => "pill warn",
    }
}
