use leptos::prelude::*;

use super::Cite;
use crate::{
    dataset::{Coded, Outcome, ProjectIdx},
    link::Route,
    state::{Atlas, Explorer},
    wording::figure,
};

/// Measured outcomes as tiles: the figure where there is one, then the statement with its source.
#[component]
pub fn Gains(
    /// The outcomes, each with its project, in order.
    outcomes: Vec<(ProjectIdx, Outcome)>,
    /// Whether to name the projects.
    with_projects: bool,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let tiles: Vec<_> = outcomes
        .into_iter()
        .map(|(project, outcome)| {
            let name = with_projects.then(|| named(explorer, &atlas, project));
            tile(&atlas, project, &outcome, name)
        })
        .collect();
    view! { <div class="gains">{tiles}</div> }.into_any()
}

fn tile(atlas: &Atlas, project: ProjectIdx, outcome: &Outcome, name: Option<AnyView>) -> AnyView {
    let figure = figure(outcome, &atlas.dataset.vocabulary);
    let head = match figure {
        Some(figure) => view! {
            <b>{figure.amount}</b>
            <em>{figure.quantity}</em>
        }
        .into_any(),
        None => {
            let metric = atlas.dataset.label(Coded::Metric, outcome.metric).to_owned();
            view! { <em>{metric}</em> }.into_any()
        }
    };
    let statement = outcome.statement.clone();
    let baseline = outcome.baseline.as_ref().map(|b| format!("Compared with: {b}"));
    let source = outcome.source;
    view! {
        <div class="gain">
            {head}
            <p>{name} {statement} <Cite project source /></p>
            <small>{baseline}</small>
        </div>
    }
    .into_any()
}

fn named(explorer: Explorer, atlas: &Atlas, project: ProjectIdx) -> AnyView {
    let name = atlas.dataset.project(project).name.clone();
    let href = explorer.href(&Route::Project(project));
    view! { <a href=href>{name}</a> ": " }.into_any()
}
