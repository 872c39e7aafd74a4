//! Page of all checked claims.

use maud::{Markup, html};

use super::{
    Site,
    claim::{claim_text, verdict_pill},
    confidence::confidence,
    crumbs::crumbs,
    site::link_out,
    sources::cite_all,
};
use crate::{
    dataset::{Claim, Post, ProjectIdx, TermIdx, VocabularyKind},
    link::Route,
    wording::{claims_heading, grouped, is_namesake, with_ltr_marks},
};

/// Renders the claims of the post next to the findings from the sources: all claims, or those with one
/// verdict. `heading_id` is the id of the heading, `list` the path and the label of the link back to the
/// list, `n_max` the maximum number of claims.
pub fn claims(
    site: Site<'_>,
    verdict: Option<TermIdx>,
    heading_id: &str,
    list: (&str, &str),
    n_max: usize,
) -> Markup {
    let all = site.dataset.claims().collect::<Vec<_>>();
    let shown = |claim: &Claim| verdict.is_none_or(|verdict| claim.verdict == verdict);
    html! {
        (crumbs(site, list, None))
        div {
            h1 lang="en" dir="ltr" id=(heading_id) tabindex="-1" { (claims_heading(site.dataset, verdict)) }
            (lead(site.dataset.post.as_ref(), all.len()))
            @if !all.is_empty() { (verdicts(site, &all, verdict)) }
            ol.claims {
                @for (project, claim) in all.iter().filter(|(_, claim)| shown(claim)).take(n_max) {
                    (checked_claim(site, *project, claim))
                }
            }
        }
    }
}

fn lead(post: Option<&Post>, n_claims: usize) -> Markup {
    if n_claims == 0 {
        return html! { p.lead lang="en" dir="ltr" { "This dataset checks no claims." } };
    }
    html! {
        p.lead lang="en" dir="ltr" {
            @match post {
                Some(post) => {
                    "Claims from "
                    @match &post.url {
                        Some(url) => (link_out(url.as_str(), html! { "“" bdi { (post.title) } "”" })),
                        None => { "“" bdi { (post.title) } "”" },
                    }
                    @if let Some(publisher) = &post.publisher { " (" bdi { (publisher) } @if let Some(date) = &post.date { ", " (date) } ")" }
                    ", compared with the sources."
                },
                None => "Claims, compared with the sources.",
            }
        }
    }
}

/// Links to the claims with each verdict, with their numbers.
fn verdicts(site: Site<'_>, all: &[(ProjectIdx, &Claim)], chosen: Option<TermIdx>) -> Markup {
    let n_of = |verdict| all.iter().filter(|(_, claim)| claim.verdict == verdict).count();
    let terms = site.dataset.vocabulary.terms(VocabularyKind::Verdict);
    html! {
        nav.verdicts aria-label="Verdicts" {
            (verdict_link(site, None, "All", all.len(), chosen))
            @for (verdict, term) in (0..).map(TermIdx).zip(terms) {
                (verdict_link(site, Some(verdict), &term.label, n_of(verdict), chosen))
            }
        }
        @if let Some(hint) = chosen.and_then(|verdict| terms[usize::from(verdict.0)].hint.as_ref()) {
            p.hint dir="auto" { (hint) }
        }
    }
}

fn verdict_link(
    site: Site<'_>,
    verdict: Option<TermIdx>,
    label: &str,
    n_claims: usize,
    chosen: Option<TermIdx>,
) -> Markup {
    let current = (verdict == chosen).then_some("page");
    html! {
        a.btn href=(site.href(&Route::Claims(verdict))) aria-current=[current] {
            bdi { (label) } " " span.num { (grouped(n_claims)) }
        }
    }
}

fn checked_claim(site: Site<'_>, idx: ProjectIdx, claim: &Claim) -> Markup {
    let project = site.dataset.project(idx);
    let href = site.project_href(idx);
    html! {
        li.card.one {
            h2 {
                a dir="auto" href=(href) { (with_ltr_marks(&project.name)) }
                @if !is_namesake(project, site.dataset) {
                    " " small { "at " a dir="auto" href=(site.organization_href(project.org)) { (site.dataset.org(project.org).name) } }
                }
            }
            div.check {
                (claim_text(claim))
                div {
                    h3 { "The sources say " (verdict_pill(site, claim.verdict)) }
                    p dir="auto" {
                        (with_ltr_marks(&claim.note))
                        (cite_all(site, &href, project))
                    }
                }
            }
            (confidence(site, project, &href))
        }
    }
}
