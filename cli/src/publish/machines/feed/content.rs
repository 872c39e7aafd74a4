//! What entries say, as HTML for readers of feeds.

use maud::{Markup, PreEscaped, html};
use rustscape::{
    dataset::{Dataset, Date, Outcome, Project, ProjectIdx, Source, VocabularyKind},
    wording::figure,
};

use crate::publish::text::clean;

/// Puts the content of a dataset that is read from the right into an element that says so, because
/// neither form of feed can. Other content stays as it is.
pub(super) fn directed(dataset: &Dataset, content: String) -> String {
    let Some(dir) = dataset.dir() else { return content };
    let html = html! { div lang=(clean(dataset.lang())) dir=(dir) { (PreEscaped(content)) } };
    html.into_string()
}

/// An event: what it says, and a link to its record, where that is known by a name.
pub(super) fn of_event(note: &str, name: Option<&str>, address: &str) -> String {
    let html = html! {
        p { (clean(note)) }
        @if let Some(name) = name { p { a href=(address) { (clean(name)) } } }
    };
    html.into_string()
}

/// A project: its summary, what it changed, what is claimed of it, and its sources.
pub(super) fn of_project(dataset: &Dataset, project: ProjectIdx, address: &str) -> String {
    let project = dataset.project(project);
    let html = html! {
        @if !project.summary.is_empty() { p { (clean(&project.summary)) } }
        @if !project.outcomes.is_empty() {
            ul { @for outcome in &project.outcomes { li { (measured(dataset, outcome)) } } }
        }
        (claim(dataset, project))
        @if !project.sources.is_empty() {
            p { "Sources:" }
            ol { @for source in &project.sources { li { (cited(source)) } } }
        }
        p { a href=(address) { "Everything about it in " (clean(&dataset.title)) } }
    };
    html.into_string()
}

fn measured(dataset: &Dataset, outcome: &Outcome) -> Markup {
    html! {
        @if let Some(figure) = figure(outcome, &dataset.vocabulary) {
            strong { bdi { (figure.amount) } " " bdi { (clean(&figure.quantity)) } } ": "
        }
        (clean(&outcome.statement))
    }
}

fn claim(dataset: &Dataset, project: &Project) -> Markup {
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

fn cited(source: &Source) -> Markup {
    let particulars = [source.publisher.as_deref(), source.date.as_ref().map(Date::as_str)];
    html! {
        @match &source.url {
            Some(url) => a href=(url.as_str()) { (clean(&source.title)) },
            None => (clean(&source.title)),
        }
        @for particular in particulars.into_iter().flatten() { ", " bdi { (clean(particular)) } }
    }
}
