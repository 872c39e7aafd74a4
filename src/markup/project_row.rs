//! Row of a project in a card or a list.

use maud::{Markup, html};

use super::{Site, confidence::confidence, marked::marked};
use crate::{
    dataset::{Outcome, Project, ProjectIdx, TermIdx, VocabularyKind},
    search::{Facet, Highlighter},
    wording::{Figure, figure_of, headline, is_namesake},
};

/// Names in the heading of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowDetail {
    /// Name of the project: the row is in a card of its organization.
    Own,
    /// No name: the row is in a card of an organization with the same name.
    Unnamed,
    /// Names of the project and the organization.
    WithOrganization,
}

/// Options of a row that depend on the query.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowView<'r> {
    /// Names in the heading.
    pub(super) detail: RowDetail,
    /// Finds the matches to mark in texts.
    pub(super) highlighter: &'r Highlighter,
    /// Preferred metric of the figure.
    pub(super) metric: Option<TermIdx>,
}

/// Renders a project as a row outside of search results.
pub(super) fn plain_row(site: Site<'_>, idx: ProjectIdx, detail: RowDetail) -> Markup {
    let highlighter = &Highlighter::default();
    project_row(site, idx, RowView { detail, highlighter, metric: None })
}

/// Renders a project as a row: name, summary, tags, figure and confidence.
pub(super) fn project_row(site: Site<'_>, idx: ProjectIdx, view: RowView<'_>) -> Markup {
    let RowView { highlighter, metric, .. } = view;
    let project = site.dataset.project(idx);
    let href = site.project_href(idx);
    html! {
        li.project {
            div {
                (heading(site, project, &href, view))
                @if !project.summary.is_empty() {
                    p.what dir="auto" { (marked(&project.summary, highlighter)) }
                }
                (tags(site, project))
            }
            div.result {
                (figure(site, project, metric))
                (confidence(site, project, &href))
            }
        }
    }
}

/// Heading of a row: names and particulars.
fn heading(site: Site<'_>, project: &Project, href: &str, view: RowView<'_>) -> Markup {
    let particulars = particulars(site, project);
    if view.detail == RowDetail::Unnamed {
        let has_any = !particulars.0.is_empty();
        return html! { @if has_any { h3 { small { (particulars) } } } };
    }
    let has_org = view.detail == RowDetail::WithOrganization && !is_namesake(project, site.dataset);
    html! {
        h3 {
            a dir="auto" href=(href) { (marked(&project.name, view.highlighter)) }
            " "
            small {
                @if has_org {
                    bdi { (site.dataset.org(project.org).name) }
                    @if !particulars.0.is_empty() { " · " }
                }
                (particulars)
            }
        }
    }
}

/// Links to the kind, status and year of a project, as far as they are known.
pub(super) fn particulars(site: Site<'_>, project: &Project) -> Markup {
    let kind = project
        .kind
        .and_then(|kind| site.term_beside(Facet::Kind, VocabularyKind::Kind, kind, true));
    let is_first = kind.is_none();
    let status = project.status.and_then(|status| {
        site.term_beside(Facet::Status, VocabularyKind::Status, status, is_first)
    });
    let since = project.since.map(|year| {
        let label = html! { "since " (year) };
        site.value_link(Facet::Since, &year.to_string(), "", label)
    });
    let parts = [kind, status, since].into_iter().flatten();
    html! {
        @for (at, part) in parts.enumerate() {
            @if at > 0 { " · " }
            (part)
        }
    }
}

/// Links to the replaced technologies and the domains of a project.
pub(super) fn tags(site: Site<'_>, project: &Project) -> Markup {
    let known = |facet, kind, terms: &[TermIdx]| {
        let terms = terms.iter().map(|term| site.dataset.vocabulary.term(kind, *term));
        terms.filter(|term| !site.catalog.is_unknown(facet, &term.id)).collect::<Vec<_>>()
    };
    let replaced = known(Facet::Replaces, VocabularyKind::Replaces, &project.replaces);
    let domains = known(Facet::Domain, VocabularyKind::Domain, &project.domains);
    html! {
        @if !replaced.is_empty() || !domains.is_empty() {
            div.tags {
                @for term in replaced {
                    @let label = html! { span.quiet { "replaced" } " " bdi { (term.label) } };
                    (site.value_link(Facet::Replaces, &term.id, "tag swap", label))
                }
                @for term in domains {
                    (site.value_link(Facet::Domain, &term.id, "tag", html! { (term.label) }))
                }
            }
        }
    }
}

/// Returns the figure of the metric that the list is sorted by, or else the headline figure.
pub(super) fn headline_of<'p>(
    site: Site<'_>,
    project: &'p Project,
    metric: Option<TermIdx>,
) -> Option<(&'p Outcome, Figure)> {
    let vocabulary = &site.dataset.vocabulary;
    let sorted_by = metric.and_then(|metric| figure_of(project, metric, vocabulary));
    sorted_by.or_else(|| headline(project, vocabulary))
}

fn figure(site: Site<'_>, project: &Project, metric: Option<TermIdx>) -> Markup {
    let Some((outcome, figure)) = headline_of(site, project, metric) else {
        return html! {};
    };
    let metric = site.dataset.vocabulary.term(VocabularyKind::Metric, outcome.metric);
    let content = html! {
        b dir="ltr" { (figure.amount) }
        span {
            bdi { (figure.quantity) }
            @if let Some(baseline) = &outcome.baseline { " vs. " bdi { (baseline) } }
        }
    };
    site.value_link(Facet::Metric, &metric.id, "figure", content)
}
