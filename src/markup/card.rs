//! Card of an organization with its matching projects.

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

/// Rows of a cut card: about a screenful, so that the next organization stays within reach.
const N_ROWS: usize = 6;

/// Extra rows that a card may have without being cut: they take hardly more space than a link to them.
const N_ROWS_SPARED: usize = 2;

/// Returns the number of rows that the card of a group with `n_projects` projects shows at first.
pub fn n_card_rows(n_projects: usize) -> usize {
    if n_projects <= N_ROWS + N_ROWS_SPARED { n_projects } else { N_ROWS }
}

/// Returns the id of the list of projects in a cut card.
pub fn card_rows_id(org: &Organization) -> String {
    ["rows-", &org.id].concat()
}

/// Renders the card of an organization with its matching projects. A card with
/// [many projects](n_card_rows) shows the first ones and a link to all, unless `is_open` is `true`.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     dataset::read,
///     link::Provenance,
///     markup::{Site, card},
///     search::{Index, Query},
///     wording::NAMES,
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {
///     "confidence": [{"id": "unverified", "label": "Unverified"}]}, "organizations": [
///     {"id": "acme", "name": "Acme", "projects": [
///         {"id": "gate", "name": "Gate", "confidence": "unverified"}]}]}"#;
/// let (dataset, _) = read(file)?;
/// let index = Index::new(&dataset, &NAMES);
/// let results = index.search(&Query::default());
/// let site = Site {
///     dataset: &dataset,
///     catalog: index.catalog(),
///     base: "/",
///     origin: "",
///     provenance: &Provenance::Own,
///     is_published: false,
///     a_year_ago: None,
/// };
/// let html = card(site, &results.groups[0], &results, false).into_string();
/// assert!(html.contains(r#"href="./org/acme/gate/""#));
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
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

/// Renders the first rows of a card. In a cut card, projects that contain a searched word come before
/// those whose organization contains it.
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

/// Returns the detail of the rows of a card. The only project of an organization has no heading if both
/// have the same name.
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

/// Link to all matching projects of an organization. A script adds the other rows; without scripts the
/// link opens the page of the organization.
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

/// Returns the class of a card. It estimates the height for cards that are laid out later.
fn class(n_rows: usize) -> &'static str {
    match n_rows {
        0..=2 => "card",
        3..=5 => "card high",
        _ => "card higher",
    }
}

/// Links to the industry and the country of an organization. Leaves out a facet that no organization of
/// the dataset has.
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
