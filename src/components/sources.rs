use leptos::prelude::*;

use super::{Icon, icon};
use crate::{
    dataset::{Coded, Date, How, Note, ProjectIdx, Source},
    link::Route,
    state::{Atlas, Explorer},
};

/// The number of a source, leading to it.
#[component]
pub fn Cite(
    /// The project whose source it is.
    project: ProjectIdx,
    /// The position of the source, from 0.
    source: usize,
) -> impl IntoView {
    let href = Explorer::expect().href(&Route::Project(project));
    let n = source + 1;
    view! {
        <sup>
            <a href=format!("{href}#source-{n}") aria-label=format!("Source {n}")>
                {n}
            </a>
        </sup>
    }
    .into_any()
}

/// Context, caveats and incidents, each with the number of its source.
#[component]
pub fn Notes(
    /// The project whose notes they are.
    project: ProjectIdx,
) -> impl IntoView {
    let atlas = Explorer::expect().atlas();
    let note = |note: &Note| {
        let cite = note.source.map(|source| view! { <Cite project source /> });
        view! { <li>{note.statement.clone()}{cite}</li> }
    };
    let notes = atlas.dataset.project(project).notes.iter().map(note).collect_view();
    view! { <ul class="notes">{notes}</ul> }.into_any()
}

/// The sources of a project, numbered from 1, each with what it is and how it was looked at.
#[component]
pub fn Sources(
    /// The project whose sources they are.
    project: ProjectIdx,
) -> impl IntoView {
    let atlas = Explorer::expect().atlas();
    let sources = &atlas.dataset.project(project).sources;
    let sources: Vec<_> =
        sources.iter().enumerate().map(|(idx, s)| source(&atlas, idx + 1, s)).collect();
    view! {
        <ol class="sources">{sources}</ol>
    }
    .into_any()
}

fn source(atlas: &Atlas, number: usize, source: &Source) -> AnyView {
    let title = source.title.clone();
    let title = match &source.url {
        Some(url) => view! {
            <a href=url.to_string() rel="noopener noreferrer" target="_blank">
                {title}
                {icon(Icon::External)}
            </a>
        }
        .into_any(),
        None => title.into_any(),
    };
    let kind = source.kind.map(|kind| atlas.dataset.label(Coded::SourceKind, kind).to_owned());
    let date = source.date.as_ref().map_or_else(|| "undated".to_owned(), Date::to_string);
    let publisher = source.publisher.clone().or(Some("publisher unknown".to_owned()));
    let parts: Vec<_> = [publisher, kind, Some(date)].into_iter().flatten().collect();
    let supports = (!source.supports.is_empty()).then(|| format!("Supports: {}", source.supports));
    view! {
        <li id=format!("source-{number}") tabindex="-1">
            <div>
                {title} <small>{parts.join(" · ")}</small> <small>{supports}</small>
            </div>
            {checked(source.checked.as_ref())}
        </li>
    }
    .into_any()
}

/// How and when a source was looked at.
fn checked(checked: Option<&(Date, How)>) -> AnyView {
    let (class, how) = match checked.map(|(_, how)| how) {
        Some(How::Original) => ("pill good", "seen in the original"),
        Some(How::Copy) => ("pill plain", "seen in a copy"),
        Some(How::Listed) => ("pill warn", "seen as a link"),
        Some(How::NotChecked) | None => ("pill warn", "not checked"),
    };
    let day = checked.map(|(day, _)| view! { <small class="num">{format!("on {day}")}</small> });
    view! { <div class="seen"><span class=class>{how}</span> {day}</div> }.into_any()
}
