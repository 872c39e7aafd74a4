//! Rows of a list in a frame.

use maud::{Markup, html};

use super::{Site, confidence::confidence, marked::marked, project_row::headline_of};
use crate::{
    dataset::{Project, ProjectIdx, VocabularyKind},
    link::EmbedOptions,
    search::{Facet, SearchResults},
    wording::{counted, is_namesake},
};

/// A project, and the number of other projects of its organization in the list.
struct Row {
    project: ProjectIdx,
    /// `None` if all rows are of one organization, which is not repeated in each row.
    n_more: Option<usize>,
}

/// Heights of the parts of a frame with default options, in CSS pixels: head with a sentence of up to
/// two lines, row, footer, and borders. They match `style/components.css`.
const HEAD_PX: u32 = 76;
const ROW_PX: u32 = 67;
const FOOT_PX: u32 = 41;
const BORDERS_PX: u32 = 2;

/// Returns the height of a frame with default options and `n_rows` available rows, in CSS pixels.
pub fn embed_height_px(n_rows: usize) -> u32 {
    let default = EmbedOptions::default().n_rows;
    let n_shown = u32::try_from(n_rows).map_or(default, |n_rows| n_rows.min(default));
    BORDERS_PX + HEAD_PX + n_shown * ROW_PX + FOOT_PX
}

/// Returns the number of rows that a frame of these results can show.
pub fn n_embed_rows(results: &SearchResults) -> usize {
    rows(results).len()
}

/// Renders the rows of a frame: the first project of each organization, or all projects of a single
/// organization. All rows that any options can show are rendered; `options` only hides some of them, so
/// that one published page serves all options.
pub fn embed_rows(site: Site<'_>, results: &SearchResults, options: EmbedOptions) -> Markup {
    html! {
        ul.rows {
            @for (idx, row) in rows(results).into_iter().enumerate() {
                li.row hidden[idx >= options.n_rows as usize] { (cells(site, &row, results)) }
            }
        }
    }
}

fn rows(results: &SearchResults) -> Vec<Row> {
    let n_max = EmbedOptions::ROWS_MAX as usize;
    if let [only] = results.groups.as_slice() {
        let projects = only.projects.iter().take(n_max);
        return projects.map(|project| Row { project: *project, n_more: None }).collect();
    }
    let groups = results.groups.iter().take(n_max);
    let first = groups.filter_map(|group| group.projects.split_first());
    first.map(|(project, more)| Row { project: *project, n_more: Some(more.len()) }).collect()
}

/// Cells of a row: names, facts, figure and confidence.
fn cells(site: Site<'_>, row: &Row, results: &SearchResults) -> Markup {
    let project = site.dataset.project(row.project);
    let org = site.dataset.org(project.org);
    let highlighter = &results.highlighter;
    let href = site.project_href(row.project);
    let org_href = site.organization_href(project.org);
    let figure = headline_of(site, project, results.outcome_metric);
    let facts = facts(site, project);
    html! {
        p.row-name {
            a dir="auto" href=(href) { (marked(&project.name, highlighter)) }
            @if row.n_more.is_some() && !is_namesake(project, site.dataset) {
                " " a.quiet dir="auto" href=(org_href) { (marked(&org.name, highlighter)) }
            }
        }
        p.row-facts dir="auto" {
            (facts)
            @if let Some(n_more @ 1..) = row.n_more {
                @if !facts.is_empty() { " · " }
                a lang="en" dir="ltr" href=(org_href) { (more(n_more)) }
            }
        }
        @if let Some((_, figure)) = figure {
            p.row-figure { b dir="ltr" { (figure.amount) } span dir="auto" { (figure.quantity) } }
        }
        p.row-trust { (confidence(site, project, &href)) }
    }
}

/// Returns the number of other projects of an organization: "6 more projects".
fn more(n_more: usize) -> String {
    let (n, noun) =
        counted(u32::try_from(n_more).unwrap_or(u32::MAX), "more project", "more projects");
    [&n, " ", noun.as_str()].concat()
}

/// Returns the replaced technologies, or else the kind of project, and the first year, as far as known.
fn facts(site: Site<'_>, project: &Project) -> String {
    let known = |facet, kind, term| {
        let term = site.dataset.vocabulary.term(kind, term);
        (!site.catalog.is_unknown(facet, &term.id)).then_some(term.label.as_str())
    };
    let replaced = project.replaces.iter();
    let replaced =
        replaced.filter_map(|term| known(Facet::Replaces, VocabularyKind::Replaces, *term));
    let replaced = replaced.collect::<Vec<_>>().join(", ");
    let what = if replaced.is_empty() {
        let kind = project.kind.and_then(|kind| known(Facet::Kind, VocabularyKind::Kind, kind));
        kind.map(str::to_owned)
    } else {
        Some(["replaced ", &replaced].concat())
    };
    let since = project.since.map(|year| format!("since {year}"));
    [what, since].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
