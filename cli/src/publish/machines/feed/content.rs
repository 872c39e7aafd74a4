//! HTML content of feed entries.

use maud::{Markup, PreEscaped, html};
use rustscape::{
    dataset::{Dataset, Date, Outcome, Project, ProjectIdx, Source, VocabularyKind},
    wording::figure,
};

use crate::publish::text::clean;

/// Wraps the content of a right-to-left dataset in an element with `dir`, because the feed formats
/// have no field for it. Returns other content unchanged.
pub(super) fn with_direction(dataset: &Dataset, content: String) -> String {
    let Some(dir) = dataset.dir() else { return content };
    let html = html! { div lang=(clean(dataset.lang())) dir=(dir) { (PreEscaped(content)) } };
    html.into_string()
}

/// Returns the content of an event: its note and, if the dataset contains the record, a link to it.
pub(super) fn event_content(note: &str, name: Option<&str>, address: &str) -> String {
    let html = html! {
        p { (clean(note)) }
        @if let Some(name) = name { p { a href=(address) { (clean(name)) } } }
    };
    html.into_string()
}

/// Returns the content of a project: its summary, outcomes, claim and sources.
pub(super) fn project_content(dataset: &Dataset, project: ProjectIdx, address: &str) -> String {
    let project = dataset.project(project);
    let html = html! {
        @if !project.summary.is_empty() { p { (clean(&project.summary)) } }
        @if !project.outcomes.is_empty() {
            ul { @for outcome in &project.outcomes { li { (outcome_markup(dataset, outcome)) } } }
        }
        (claim_markup(dataset, project))
        @if !project.sources.is_empty() {
            p { "Sources:" }
            ol { @for source in &project.sources { li { (source_markup(source)) } } }
        }
        p { a href=(address) { "Everything about it in " (clean(&dataset.title)) } }
    };
    html.into_string()
}

fn outcome_markup(dataset: &Dataset, outcome: &Outcome) -> Markup {
    html! {
        @if let Some(figure) = figure(outcome, &dataset.vocabulary) {
            strong { bdi { (figure.amount) } " " bdi { (clean(&figure.quantity)) } } ": "
        }
        (clean(&outcome.statement))
    }
}

fn claim_markup(dataset: &Dataset, project: &Project) -> Markup {
    html! {
        @if let Some(claim) = &project.claim {
            p {
                "Claim: “" (clean(&claim.text)) "” – "
                strong { (clean(dataset.label(VocabularyKind::Verdict, claim.verdict))) }
                @if !claim.note.is_empty() { ": " (clean(&claim.note)) }
            }
        }
    }
}

fn source_markup(source: &Source) -> Markup {
    let details = [source.publisher.as_deref(), source.date.as_ref().map(Date::as_str)];
    html! {
        @match &source.url {
            Some(url) => a href=(url.as_str()) { (clean(&source.title)) },
            None => (clean(&source.title)),
        }
        @for detail in details.into_iter().flatten() { ", " bdi { (clean(detail)) } }
    }
}
