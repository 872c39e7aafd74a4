use leptos::prelude::*;

use super::icon_view::icon;
use crate::{dataset::Dataset, markup::Icon, state::Explorer};

/// The end of a page: what the data is, how old it is, and where to get it.
#[component]
pub fn Footer() -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let dataset = &atlas.dataset;
    let license = dataset.license.as_ref().map(|license| format!(" · license {license}"));
    view! {
        <footer class="foot">
            <p>{dataset.description.clone()}</p>
            <p>
                {updated(dataset)} {license} " · "
                <a href=explorer.file_href("data/rustscape.json") download="rustscape.json">
                    "all of it as JSON"
                </a>
            </p>
        </footer>
    }
    .into_any()
}

/// The last line of a frame: where it is from, and the way to the whole.
#[component]
pub fn FrameFooter() -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    view! {
        <footer class="foot frame-foot">
            <span>{format!("{} · {}", atlas.dataset.title, updated(&atlas.dataset))}</span>
            <a href=move || explorer.href(&explorer.route()) target="_blank" rel="noopener">
                "See all, refine, check the sources"
                {icon(Icon::External)}
            </a>
        </footer>
    }
    .into_any()
}

fn updated(dataset: &Dataset) -> String {
    dataset.updated.as_ref().map(|day| format!("data of {day}")).unwrap_or_default()
}
