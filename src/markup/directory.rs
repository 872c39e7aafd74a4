//! Directory of all organizations, and links to projects for readers without scripts.

use maud::{Markup, html};

use super::{Site, crumbs::crumbs};
use crate::{
    dataset::{OrgIdx, Organization, ProjectIdx},
    link::Route,
    search::{Facet, Group, fold},
    wording::{counted, facet_title, grouped, is_namesake},
};

/// Organizations with one initial letter, sorted by name.
struct Letter {
    /// Upper-case letter; `None` for digits and signs.
    letter: Option<char>,
    orgs: Vec<(String, OrgIdx)>,
}

/// Renders every organization with its projects, from A to Z. `heading_id` is the id of the heading,
/// `list` the path and the label of the link back to the list.
pub fn directory(site: Site<'_>, heading_id: &str, list: (&str, &str)) -> Markup {
    let n_orgs = u32::try_from(site.dataset.organizations.len()).unwrap_or(u32::MAX);
    let (n, noun) = counted(n_orgs, "organization", "organizations");
    let (letters, href) = (letters(site), site.href(&Route::Directory));
    let is_listed = |facet: &Facet| *facet != Facet::Org && site.catalog.is_refinable(*facet);
    let facets = Facet::ALL.into_iter().filter(is_listed).collect::<Vec<_>>();
    html! {
        (crumbs(site, list, None))
        div {
            h1 lang="en" dir="ltr" id=(heading_id) tabindex="-1" { (n) " " (noun) " from A to Z" }
            p.hint.unscripted lang="en" dir="ltr" { "Searching needs JavaScript. Your browser’s find command works on this page." }
            nav.verdicts aria-label="Letters" {
                @for Letter { letter, .. } in &letters {
                    a.btn href={ (href) "#" (anchor(*letter)) } { (name(*letter)) }
                }
            }
            @for Letter { letter, orgs } in &letters {
                section.block id=(anchor(*letter)) tabindex="-1" {
                    h2 { (name(*letter)) }
                    ul.directory { @for (_, org) in orgs { (entry(site, *org, site.dataset.org(*org).project_idxs())) } }
                }
            }
            @if !facets.is_empty() {
                section.block {
                    h2 { "Browse by filter" }
                    @for facet in facets { (values(site, facet)) }
                }
            }
        }
    }
}

/// Links to the lists of a facet's values.
fn values(site: Site<'_>, facet: Facet) -> Markup {
    let values = site.catalog.listed(facet);
    html! {
        h3 { (facet_title(facet)) }
        p.num {
            @for (at, (_, value)) in values.enumerate() {
                @if at > 0 { " · " }
                a dir="auto" href=(site.value_href(facet, &value.id)) { (value.label) } " " (grouped(value.n_projects as usize))
            }
        }
    }
}

/// Renders the organizations of a list with links to their projects.
pub fn name_list(site: Site<'_>, groups: &[Group]) -> Markup {
    html! {
        @if !groups.is_empty() {
            ul.directory.unscripted {
                @for group in groups { (entry(site, group.org, group.projects.iter().copied())) }
            }
        }
    }
}

/// Renders a link to the directory.
pub fn directory_link(site: Site<'_>) -> Markup {
    html! {
        p.unscripted { a.btn href=(site.href(&Route::Directory)) { "All organizations, from A to Z" } }
    }
}

/// An organization with its projects. A single project with the name of its organization is left out.
fn entry(site: Site<'_>, idx: OrgIdx, projects: impl Iterator<Item = ProjectIdx>) -> Markup {
    let org = site.dataset.org(idx);
    let is_repeated = |project: &ProjectIdx| {
        org.n_projects == 1 && is_namesake(site.dataset.project(*project), site.dataset)
    };
    html! {
        li {
            a dir="auto" href=(site.organization_href(idx)) { (org.name) }
            @for (at, project) in projects.filter(|project| !is_repeated(project)).enumerate() {
                @if at == 0 { ": " } @else { ", " }
                a.quiet dir="auto" href=(site.project_href(project)) { (site.dataset.project(project).name) }
            }
        }
    }
}

/// Returns the organizations by the initials of their folded names; those without a letter come last.
fn letters(site: Site<'_>) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (idx, org) in (0..).map(OrgIdx).zip(&site.dataset.organizations) {
        let (letter, folded) = (first_letter(org), fold(&org.name));
        let order = |letter: Option<char>| (letter.is_none(), letter);
        let at = letters.partition_point(|other| order(other.letter) < order(letter));
        if letters.get(at).is_none_or(|other| other.letter != letter) {
            letters.insert(at, Letter { letter, orgs: Vec::new() });
        }
        let orgs = &mut letters[at].orgs;
        let at = orgs.partition_point(|(other, _)| *other < folded);
        orgs.insert(at, (folded, idx));
    }
    letters
}

fn first_letter(org: &Organization) -> Option<char> {
    // Unicode tables of letters and cases would add 13 kB.
    let first = fold(&org.name).chars().next()?;
    (!first.is_ascii() || first.is_ascii_alphabetic()).then_some(first.to_ascii_uppercase())
}

fn name(letter: Option<char>) -> String {
    letter.map_or_else(|| "0–9".to_owned(), String::from)
}

fn anchor(letter: Option<char>) -> String {
    letter.map_or_else(|| "letter-other".to_owned(), |letter| format!("letter-{letter}"))
}
