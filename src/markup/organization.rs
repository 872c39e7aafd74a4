//! Page of an organization.

use maud::{Markup, html};

use super::{
    Site,
    crumbs::crumbs,
    facts::{Fact, facts, isolated, shown},
    monogram::monogram,
    outcomes::outcome_list,
    project_row::{RowDetail, plain_row},
    site::link_out,
};
use crate::{
    dataset::{OrgIdx, Outcome, Project, ProjectIdx, TermIdx, VocabularyKind},
    search::{Facet, RecordField},
    wording::{counted, figure, with_ltr_marks},
};

/// Number of outcomes at the top of the page: one row of a wide screen.
const N_OUTCOMES: usize = 3;

/// Renders the page of an organization. `heading_id` is the id of the heading, `list` the path and the
/// label of the link back to the list.
pub fn organization(site: Site<'_>, org: OrgIdx, heading_id: &str, list: (&str, &str)) -> Markup {
    let organization = site.dataset.org(org);
    let outcomes = figures(site, org);
    let (n, noun) = counted(organization.n_projects, "project", "projects");
    html! {
        (crumbs(site, list, None))
        div {
            (monogram(organization))
            h1 dir="auto" id=(heading_id) tabindex="-1" { (with_ltr_marks(&organization.name)) }
            @if !organization.summary.is_empty() { p.lead dir="auto" { (with_ltr_marks(&organization.summary)) } }
            @if !outcomes.is_empty() {
                section.block {
                    h2 { "Measured" }
                    (outcome_list(site, &outcomes, |project, href| html! {
                        a dir="auto" href=(href) { (site.dataset.project(project).name) } ": "
                    }))
                }
            }
            section.block {
                h2 lang="en" dir="ltr" { (n) " " (noun) }
                div.card.one {
                    ul {
                        @for project in organization.project_idxs() {
                            (plain_row(site, project, RowDetail::Own))
                        }
                    }
                }
            }
        }
        (facts(&known(site, org), &Markup::default()))
    }
}

/// Returns the first outcomes of the organization that can be shown as figures.
fn figures(site: Site<'_>, org: OrgIdx) -> Vec<(ProjectIdx, &Outcome)> {
    let projects = site.dataset.org(org).project_idxs();
    let outcomes =
        projects.flat_map(|idx| site.dataset.project(idx).outcomes.iter().map(move |o| (idx, o)));
    let vocabulary = &site.dataset.vocabulary;
    outcomes.filter(|(_, outcome)| figure(outcome, vocabulary).is_some()).take(N_OUTCOMES).collect()
}

/// Returns the facts of an organization. Leaves out facts that no record of the dataset states.
fn known(site: Site<'_>, org: OrgIdx) -> Vec<Fact> {
    let organization = site.dataset.org(org);
    let projects: Vec<_> =
        organization.project_idxs().map(|idx| site.dataset.project(idx)).collect();
    let industry = organization
        .industry
        .map(|term| site.term_link(Facet::Industry, VocabularyKind::Industry, term, ""));
    let country = organization.country.as_ref().map(|code| site.country_link(code));
    let replaced = union(site, VocabularyKind::Replaces, &projects, |project| &project.replaces);
    let domains = union(site, VocabularyKind::Domain, &projects, |project| &project.domains);
    let since = projects.iter().filter_map(|project| project.since).min();
    let homepage =
        organization.homepage.as_ref().map(|url| link_out(url.as_str(), html! { (url.host()) }));
    let replaced = site.term_links(Facet::Replaces, VocabularyKind::Replaces, &replaced);
    let domains = site.term_links(Facet::Domain, VocabularyKind::Domain, &domains);
    let aliases = isolated(&organization.aliases);
    let is_used = |facet| site.catalog.is_used(facet);
    let facts = [
        (is_used(Facet::Industry), Fact::maybe("Industry", industry)),
        (is_used(Facet::Country), Fact::maybe("Country", country)),
        (is_used(Facet::Replaces), Fact::list("Replaced", &replaced)),
        (is_used(Facet::Domain), Fact::list("Domains", &domains)),
        (is_used(Facet::Since), Fact::maybe("In use since", since.map(|year| html! { (year) }))),
        (site.catalog.is_filled(RecordField::Homepage), Fact::maybe("Home page", homepage)),
        (!organization.aliases.is_empty(), Fact::known("Also known as", aliases)),
    ];
    shown(facts)
}

/// Returns the terms that any of the projects has, in display order.
fn union(
    site: Site<'_>,
    kind: VocabularyKind,
    projects: &[&Project],
    terms: fn(&Project) -> &[TermIdx],
) -> Vec<TermIdx> {
    let all = (0..).map(TermIdx).take(site.dataset.vocabulary.terms(kind).len());
    all.filter(|term| projects.iter().any(|project| terms(project).contains(term))).collect()
}
