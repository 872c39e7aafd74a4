use maud::{Markup, html};

use super::{Site, marked::marked, trust::trust};
use crate::{
    dataset::{Coded, Outcome, Project, ProjectIdx, TermIdx},
    search::{Facet, Highlighter},
    wording::{Figure, figure_of, headline},
};

/// How much a row says of whose project it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowDetail {
    /// Nothing: the row stands below its organization.
    Own,
    /// The name of the organization.
    WithOrganization,
}

/// What a query says of the rows of its results.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowView<'r> {
    /// How much a row says of whose project it is.
    pub(super) detail: RowDetail,
    /// What to mark in the texts.
    pub(super) highlighter: &'r Highlighter,
    /// The metric whose figure comes first, where a project has one.
    pub(super) metric: Option<TermIdx>,
}

/// A project as a row outside of results.
pub(super) fn plain_row(site: Site<'_>, idx: ProjectIdx, detail: RowDetail) -> Markup {
    let highlighter = &Highlighter::default();
    project_row(site, idx, RowView { detail, highlighter, metric: None })
}

/// A project as a row: what it is, what it replaced, what it brought, and whether to trust it.
pub(super) fn project_row(site: Site<'_>, idx: ProjectIdx, view: RowView<'_>) -> Markup {
    let RowView { detail, highlighter, metric } = view;
    let project = site.dataset.project(idx);
    let href = site.project_href(idx);
    html! {
        li.project {
            div {
                h3 {
                    a dir="auto" href=(href) { (marked(&project.name, highlighter)) }
                    " "
                    small {
                        @if detail == RowDetail::WithOrganization {
                            bdi { (site.dataset.org(project.org).name) } " · "
                        }
                        (particulars(site, project))
                    }
                }
                p.what dir="auto" { (marked(&project.summary, highlighter)) }
                (tags(site, project))
            }
            div.result {
                (figure(site, project, metric))
                (trust(site, project, &href))
            }
        }
    }
}

/// Kind, status and year, each a link.
pub(super) fn particulars(site: Site<'_>, project: &Project) -> Markup {
    let kind = project.kind.map(|kind| site.term_link(Facet::Kind, Coded::Kind, kind, ""));
    let status =
        project.status.map(|status| site.term_link(Facet::Status, Coded::Status, status, ""));
    let since = project.since.map(|year| {
        let label = html! { "since " (year) };
        site.value_link(Facet::Since, &year.to_string(), "", label)
    });
    let parts = [kind, status, since].into_iter().flatten();
    html! {
        @for (at, part) in parts.enumerate() {
            @if 0 < at { " · " }
            (part)
        }
    }
}

/// What it replaced, then what it is about.
pub(super) fn tags(site: Site<'_>, project: &Project) -> Markup {
    html! {
        div.tags {
            @for term in &project.replaces {
                @let term = site.dataset.vocabulary.term(Coded::Replaces, *term);
                @let label = html! { span.quiet { "replaced" } " " bdi { (term.label) } };
                (site.value_link(Facet::Replaces, &term.id, "tag swap", label))
            }
            @for term in &project.domains {
                (site.term_link(Facet::Domain, Coded::Domain, *term, "tag"))
            }
        }
    }
}

/// The figure of the metric that is sorted by, or else the headline figure, if there is one.
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
    let metric = site.dataset.vocabulary.term(Coded::Metric, outcome.metric);
    let content = html! {
        b dir="ltr" { (figure.amount) }
        span {
            bdi { (figure.quantity) }
            @if let Some(baseline) = &outcome.baseline { " against " bdi { (baseline) } }
        }
    };
    site.value_link(Facet::Metric, &metric.id, "figure", content)
}
