use maud::{Markup, html};

use super::{
    Site,
    marked::marked,
    monogram::monogram,
    project_row::{RowDetail, RowView, project_row},
};
use crate::{
    dataset::{Organization, ProjectIdx, VocabularyKind},
    search::{Facet, Group, SearchResults},
    wording::{counted, grouped, is_namesake, unknown_beside},
};

/// Rows that a card with many projects shows at first: about a screenful, so that the next
/// organization is not out of reach.
const N_ROWS: usize = 6;

/// A card is not cut for one or two rows more: these take hardly more room than the link to them.
const N_ROWS_SPARED: usize = 2;

/// Returns the number of rows that the card of a group with `n_projects` shows at first.
pub fn n_card_rows(n_projects: usize) -> usize {
    if n_projects <= N_ROWS + N_ROWS_SPARED { n_projects } else { N_ROWS }
}

/// The id of the list of an organization's projects in its card, where that is cut.
pub fn card_rows_id(org: &Organization) -> String {
    ["rows-", &org.id].concat()
}

/// An organization with its matching projects: who on the left, what on the right. A card
/// [with many](n_card_rows) shows the first ones, and a link to all, unless it `is_open`.
pub fn card(site: Site<'_>, group: &Group, results: &SearchResults, is_open: bool) -> Markup {
    let org = site.dataset.org(group.org);
    let n_projects = group.projects.len();
    let n_rows = if is_open { n_projects } else { n_card_rows(n_projects) };
    let is_cut = n_rows < n_projects;
    html! {
        article class=(class(n_rows)) {
            div.who {
                (monogram(org))
                h2 {
                    a dir="auto" href=(site.organization_href(group.org)) {
                        (marked(&org.name, &results.highlighter))
                    }
                }
                (place(site, org))
                p.of.num lang="en" dir="ltr" { (shown_of(n_projects, org.n_projects)) }
            }
            ul id=[is_cut.then(|| card_rows_id(org))] {
                (card_rows(site, group, results, n_rows))
                @if is_cut { (show_all(site, group)) }
            }
        }
    }
}

/// The first rows of a card: where words are searched for, projects that have them in their own
/// texts before those of which only the organization has them.
pub fn card_rows(site: Site<'_>, group: &Group, results: &SearchResults, n_rows: usize) -> Markup {
    let SearchResults { highlighter, outcome_metric: metric, .. } = results;
    let view = RowView { detail: detail(site, group), highlighter, metric: *metric };
    let mut projects = group.projects.clone();
    if n_card_rows(projects.len()) < projects.len() && !highlighter.is_empty() {
        let has_match = |idx: &ProjectIdx| {
            let project = site.dataset.project(*idx);
            [&project.name, &project.summary]
                .iter()
                .any(|text| !highlighter.ranges(text).is_empty())
        };
        let (matched, others): (Vec<_>, Vec<_>) = projects.into_iter().partition(has_match);
        projects = [matched, others].concat();
    }
    html! {
        @for project in projects.into_iter().take(n_rows) { (project_row(site, project, view)) }
    }
}

/// The only project of an organization is not named where that has the same name.
fn detail(site: Site<'_>, group: &Group) -> RowDetail {
    match group.projects.as_slice() {
        [only]
            if site.dataset.org(group.org).n_projects == 1
                && is_namesake(site.dataset.project(*only), site.dataset) =>
        {
            RowDetail::Unnamed
        }
        _ => RowDetail::Own,
    }
}

/// The link to all matching projects of an organization: to its page, where no script adds the
/// other rows.
fn show_all(site: Site<'_>, group: &Group) -> Markup {
    let org = site.dataset.org(group.org);
    let n_projects = group.projects.len();
    let noun = if n_projects == org.n_projects as usize { "projects" } else { "matching projects" };
    html! {
        li.further {
            a.more lang="en" dir="ltr" href=(site.organization_href(group.org)) data-rows=(org.id) {
                "Show all " (grouped(n_projects)) " " (noun)
                span.unseen { " of " (org.name) }
            }
        }
    }
}

/// A card says roughly how high it is, for when it is laid out later.
fn class(n_rows: usize) -> &'static str {
    match n_rows {
        0..=2 => "card",
        3..=5 => "card high",
        _ => "card higher",
    }
}

/// The industry and the country of an organization, each a link. What no organization of the
/// dataset has is left out.
fn place(site: Site<'_>, org: &Organization) -> Markup {
    let has_industry = site.catalog.is_used(Facet::Industry);
    let unknown = |facet, is_first| html! { span.quiet { (unknown_beside(facet, is_first)) } };
    let industry = match org.industry {
        Some(term) => site.term_beside(Facet::Industry, VocabularyKind::Industry, term, true),
        None => has_industry.then(|| unknown(Facet::Industry, true)),
    };
    let country = site.catalog.is_used(Facet::Country).then(|| match &org.country {
        Some(code) => site.country_link(code),
        None => unknown(Facet::Country, !has_industry),
    });
    html! {
        @if has_industry || country.is_some() {
            p {
                @if let Some(industry) = industry { (industry) }
                @if has_industry && country.is_some() { " · " }
                @if let Some(country) = country { (country) }
            }
        }
    }
}

fn shown_of(n_shown: usize, n_all: u32) -> String {
    let (n, noun) = counted(n_all, "project", "projects");
    if n_shown == n_all as usize {
        format!("{n} {noun}")
    } else {
        format!("{} of {n} {noun}", grouped(n_shown))
    }
}
