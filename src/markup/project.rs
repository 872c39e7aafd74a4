//! Page of a project.

use maud::{Markup, html};

use super::{
    Site,
    claim::claim_check,
    confidence::{RECHECK, confidence_mark, confidence_meaning, needs_recheck},
    correct::correct,
    crumbs::crumbs,
    facts::{Fact, facts, isolated, shown},
    outcomes::outcome_list,
    project_row::{RowDetail, plain_row},
    site::link_out,
    sources::{cite_all, cites, notes, sources},
};
use crate::{
    dataset::{Project, ProjectIdx, VocabularyKind},
    search::{Facet, RecordField, neighbors},
    wording::{is_namesake, with_ltr_marks},
};

/// Number of similar projects: enough to compare, few enough to read.
const N_NEIGHBORS: usize = 5;

/// Renders the page of a project: outcomes, checked claim, context, sources and similar projects.
/// `heading_id` is the id of the heading, `list` the path and the label of the link back to the list.
pub fn project(site: Site<'_>, idx: ProjectIdx, heading_id: &str, list: (&str, &str)) -> Markup {
    let project = site.dataset.project(idx);
    let href = site.project_href(idx);
    let confidence = site.dataset.vocabulary.term(VocabularyKind::Confidence, project.confidence);
    html! {
        (crumbs(site, list, Some(project.org)))
        div {
            h1 id=(heading_id) tabindex="-1" {
                bdi { (with_ltr_marks(&project.name)) }
                @if !is_namesake(project, site.dataset) {
                    " " small { "at " bdi { (site.dataset.org(project.org).name) } }
                }
            }
            @if !project.summary.is_empty() {
                p.lead dir="auto" { (with_ltr_marks(&project.summary)) (cites(site, &href, project, project.cited("summary"))) }
            }
            @if site.catalog.is_used(Facet::Metric) {
                (block("Outcomes", &outcomes(site, idx)))
            }
            @if let Some(claim) = &project.claim {
                (block("Claim check", &claim_check(site, claim)))
            }
            @if !project.notes.is_empty() {
                (block("Context", &notes(site, project, &href)))
            }
            section.block id="sources" tabindex="-1" {
                h2 { "Sources" }
                p.hint { (confidence_meaning(confidence)) }
                @if project.sources.is_empty() {
                    p.quiet lang="en" dir="ltr" { "No source found for this entry." }
                }
                (sources(site, &project.sources))
            }
            (correct(site, idx))
            (similar(site, idx))
        }
        (facts(&known(site, project, &href), &general_sources(site, project, &href)))
    }
}

fn block(title: &str, content: &Markup) -> Markup {
    html! { section.block { h2 { (title) } (content) } }
}

fn outcomes(site: Site<'_>, idx: ProjectIdx) -> Markup {
    let outcomes = site.dataset.project(idx).outcomes.iter();
    let outcomes: Vec<_> = outcomes.map(|outcome| (idx, outcome)).collect();
    if outcomes.is_empty() {
        return html! { p.quiet lang="en" dir="ltr" { "No measured outcome found." } };
    }
    outcome_list(site, &outcomes, |_, _| html! {})
}

/// Projects of other organizations with the same domain or the same predecessor.
fn similar(site: Site<'_>, idx: ProjectIdx) -> Markup {
    let similar = neighbors(site.dataset, idx, N_NEIGHBORS);
    let detail = RowDetail::WithOrganization;
    html! {
        @if !similar.is_empty() {
            section.block {
                h2 { "Similar projects" }
                p.hint lang="en" dir="ltr" { "Projects of other organizations that share a domain or a replaced technology." }
                div.card.one {
                    ul {
                        @for project in similar {
                            (plain_row(site, project, detail))
                        }
                    }
                }
            }
        }
    }
}

/// Sources of the facts without a source number.
fn general_sources(site: Site<'_>, project: &Project, href: &str) -> Markup {
    html! {
        @if !project.sources.is_empty() {
            p.hint.rest lang="en" dir="ltr" {
                @if project.cites.is_empty() { "Sources of these facts: " } @else { "Sources of facts without a number: " }
                (cite_all(site, href, project))
            }
        }
    }
}

/// Returns the facts of a project. Leaves out facts that no project of the dataset states.
fn known(site: Site<'_>, project: &Project, href: &str) -> Vec<Fact> {
    let cited = |field: &str| cites(site, href, project, project.cited(field));
    let year = |year: Option<u16>| {
        year.map(|year| site.value_link(Facet::Since, &year.to_string(), "", html! { (year) }))
    };
    let status =
        project.status.map(|term| site.term_link(Facet::Status, VocabularyKind::Status, term, ""));
    let kind = project.kind.map(|term| site.term_link(Facet::Kind, VocabularyKind::Kind, term, ""));
    let replaced = site.term_links(Facet::Replaces, VocabularyKind::Replaces, &project.replaces);
    let domains = site.term_links(Facet::Domain, VocabularyKind::Domain, &project.domains);
    let repository =
        project.repository.as_ref().map(|url| link_out(url.as_str(), html! { (url.host()) }));
    let until = project.until.map(|until| html! { (until) });
    let aliases = isolated(&project.aliases);
    let (is_used, is_filled) =
        (|facet| site.catalog.is_used(facet), |field| site.catalog.is_filled(field));
    let facts = [
        (true, Fact::known("Confidence", confidence(site, project))),
        (is_used(Facet::Status), Fact::maybe("Status", status).cited(cited("status"))),
        (
            is_used(Facet::Since),
            Fact::maybe("In use since", year(project.since)).cited(cited("since")),
        ),
        (until.is_some(), Fact::maybe("Until", until).cited(cited("until"))),
        (is_used(Facet::Kind), Fact::maybe("Kind", kind).cited(cited("kind"))),
        (is_used(Facet::Replaces), Fact::list("Replaced", &replaced).cited(cited("replaces"))),
        (is_used(Facet::Domain), Fact::list("Domain", &domains).cited(cited("domains"))),
        (is_used(Facet::Oss), Fact::maybe("Source code", source_code(site, project, href))),
        (
            is_filled(RecordField::Repository),
            Fact::maybe("Repository", repository).cited(cited("repository")),
        ),
        (is_filled(RecordField::Verified), Fact::maybe("Last verified", verified(site, project))),
        (!project.also.is_empty(), Fact::list("Adopts", &adopted(site, project))),
        (!project.aliases.is_empty(), Fact::known("Also known as", aliases)),
    ];
    shown(facts)
}

/// Confidence with its explanation.
fn confidence(site: Site<'_>, project: &Project) -> Markup {
    let term = site.dataset.vocabulary.term(VocabularyKind::Confidence, project.confidence);
    html! {
        (confidence_mark(&term.id)) " "
        (site.term_link(Facet::Confidence, VocabularyKind::Confidence, project.confidence, ""))
        @if let Some(hint) = &term.hint { small.hint dir="auto" { (hint) } }
    }
}

/// Day of the last verification, with a mark if a re-check is due.
fn verified(site: Site<'_>, project: &Project) -> Option<Markup> {
    let is_old = needs_recheck(site, project);
    if project.verified.is_none() && !is_old {
        return None;
    }
    Some(html! {
        @match &project.verified {
            Some(day) => (day),
            None => span.quiet { "Never" },
        }
        @if is_old { " " span.pill.warn { (RECHECK) } }
    })
}

fn source_code(site: Site<'_>, project: &Project, href: &str) -> Option<Markup> {
    let cited = |field: &str| cites(site, href, project, project.cited(field));
    let (id, label) = if project.open_source? { ("yes", "Open") } else { ("no", "Closed") };
    Some(html! {
        (site.value_link(Facet::Oss, id, "", html! { (label) })) (cited("open_source"))
        @if let Some(license) = &project.license { ", " (license) (cited("license")) }
    })
}

/// Links to the projects of other organizations that this one adopts.
fn adopted(site: Site<'_>, project: &Project) -> Vec<Markup> {
    let link = |full_id: &String| {
        let (org, id) = full_id.split_once('/')?;
        let org = site.dataset.find_org(org)?;
        let adopted = site.dataset.find_project(org, id)?;
        let name = &site.dataset.project(adopted).name;
        Some(html! { a dir="auto" href=(site.project_href(adopted)) { (name) } })
    };
    project.also.iter().filter_map(link).collect()
}
