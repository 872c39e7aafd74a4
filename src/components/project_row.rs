use leptos::prelude::*;

use super::{marked::marked, term_link, trust::trust, value_link};
use crate::{
    dataset::{Coded, Project, ProjectIdx},
    link::Route,
    search::{Facet, Highlighter},
    state::{Atlas, Explorer},
    wording::headline,
};

/// How much a row says of whose project it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowDetail {
    /// Nothing: the row stands below its organization.
    Own,
    /// The name of the organization.
    WithOrganization,
}

/// A project as a row: what it is, what it replaced, what it brought, and whether to trust it.
#[component]
pub fn ProjectRow(
    /// The project.
    project: ProjectIdx,
    /// What to mark in its texts.
    highlighter: Highlighter,
    /// Whether to name the organization.
    detail: RowDetail,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let route = Route::Project(project);
    let project = atlas.dataset.project(project);
    let org = (detail == RowDetail::WithOrganization).then(|| {
        let name = &atlas.dataset.org(project.org).name;
        view! { <span class="quiet">{format!("{name} · ")}</span> }
    });
    view! {
        <li class="project">
            <div>
                <h3>
                    <a href=explorer.href(&route)>{marked(&project.name, &highlighter)}</a>
                    <small>{org}{particulars(explorer, &atlas, project)}</small>
                </h3>
                <p class="what">{marked(&project.summary, &highlighter)}</p>
                {tags(explorer, &atlas, project)}
            </div>
            <div class="result">
                {result(explorer, &atlas, project)} {trust(explorer, &atlas, project, &route)}
            </div>
        </li>
    }
    .into_any()
}

/// Kind, status and year, each a link.
fn particulars(explorer: Explorer, atlas: &Atlas, project: &Project) -> AnyView {
    let term = |facet, coded, term| term_link(explorer, atlas, facet, (coded, term), "");
    let kind = project.kind.map(|kind| term(Facet::Kind, Coded::Kind, kind));
    let status = project.status.map(|status| term(Facet::Status, Coded::Status, status));
    let since = project.since.map(|year| {
        let label = format!("since {year}").into_any();
        value_link(explorer, Facet::Since, &year.to_string(), "", label)
    });
    let mut parts = Vec::new();
    for part in [kind, status, since].into_iter().flatten() {
        if !parts.is_empty() {
            parts.push(" · ".into_any());
        }
        parts.push(part);
    }
    parts.into_any()
}

/// What it replaced, then what it is about.
fn tags(explorer: Explorer, atlas: &Atlas, project: &Project) -> AnyView {
    let replaced = project.replaces.iter().map(|term| {
        let term = atlas.dataset.vocabulary.term(Coded::Replaces, *term);
        let content = view! {
            <span class="quiet">"replaced"</span>
            {term.label.clone()}
        };
        value_link(explorer, Facet::Replaces, &term.id, "tag swap", content.into_any())
    });
    let domains = project.domains.iter().map(|term| {
        term_link(explorer, atlas, Facet::Domain, (Coded::Domain, *term), "tag")
    });
    let tags: Vec<_> = replaced.chain(domains).collect();
    view! { <div class="tags">{tags}</div> }.into_any()
}

/// The headline figure, if there is one.
fn result(explorer: Explorer, atlas: &Atlas, project: &Project) -> Option<AnyView> {
    let (outcome, figure) = headline(project, &atlas.dataset.vocabulary)?;
    let metric = atlas.dataset.vocabulary.term(Coded::Metric, outcome.metric);
    let against = outcome.baseline.as_ref().map(|baseline| format!(" against {baseline}"));
    let content = view! {
        <b>{figure.amount}</b>
        <span>{figure.quantity}{against}</span>
    };
    Some(value_link(explorer, Facet::Metric, &metric.id, "figure", content.into_any()))
}
