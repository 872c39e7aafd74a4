use leptos::prelude::*;

use super::icon_view::icon;
use crate::{
    link::Notice,
    markup::Icon,
    search::{Facet, Polarity, Refinement, ValueIdx},
    state::Explorer,
    wording::{notice_text, problem_count},
};

/// What needs a reader's attention: parts of the link that could not be used, and records of the
/// dataset that were left out.
#[component]
pub fn Notices() -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <div class="notices" role="status">
            {move || {
                explorer.notices().get().into_iter().map(|n| notice(explorer, &n)).collect_view()
            }}
        </div>
        <Problems />
    }
    .into_any()
}

fn notice(explorer: Explorer, notice: &Notice) -> AnyView {
    let text = notice_text(notice, explorer.atlas().catalog());
    let suggestion = match notice {
        Notice::UnknownValue { facet, suggestion: Some(value), .. } => {
            Some(use_instead(explorer, *facet, *value))
        }
        _ => None,
    };
    let dismissed = notice.clone();
    let dismiss = move |_| {
        explorer.notices().update(|notices| notices.retain(|other| *other != dismissed));
    };
    view! {
        <div class="notice">
            <span>{text}</span>
            {suggestion}
            <button class="btn icon" aria-label="Dismiss" on:click=dismiss>
                {icon(Icon::Cross)}
            </button>
        </div>
    }
    .into_any()
}

fn use_instead(explorer: Explorer, facet: Facet, value: ValueIdx) -> AnyView {
    let atlas = explorer.atlas();
    let label = format!("Use “{}”", atlas.catalog().value(facet, value).label);
    let refinement = Refinement { facet, value, polarity: Polarity::Include };
    view! {
        <button class="btn" on:click=move |_| explorer.toggle(refinement)>
            {label}
        </button>
    }
    .into_any()
}

/// The records that were left out, with the list behind.
#[component]
fn Problems() -> impl IntoView {
    let atlas = Explorer::expect().atlas();
    if atlas.problems.is_empty() {
        return ().into_any();
    }
    let mut records: Vec<&str> = atlas.problems.iter().map(|p| p.record.as_str()).collect();
    records.dedup();
    let list: Vec<_> =
        atlas.problems.iter().map(|problem| view! { <li>{problem.to_string()}</li> }).collect();
    view! {
        <details class="notice">
            <summary>{problem_count(records.len())}</summary>
            <ul>{list}</ul>
        </details>
    }
    .into_any()
}
