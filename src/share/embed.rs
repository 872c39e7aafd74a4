use leptos::prelude::*;
use maud::{Markup, html};

use super::{
    choice::{Choice, Tick},
    field::Field,
    pin::Pin,
    preview::Preview,
    shared::Shared,
};
use crate::{
    components::{child, text},
    link::{Embed, EmbedOptions, EmbedPart, Platform, SharedView, Theme, snippet},
    state::{ShareChange, Sharing},
};

/// A view as a part of another page: the snippet, with the choices that it depends on and a preview.
#[component]
pub(super) fn EmbedTab(shared: Shared) -> impl IntoView {
    let has_look = Memo::new(move |_| shared.platform.get().has_look());
    let look = move || view! { <Look shared/> }.into_any();
    let snippet = Memo::new(move |_| {
        let Sharing { look, height_px, .. } = shared.sharing.get();
        let snippet = |view: &_| snippet(shared.platform.get(), &Embed { view, look, height_px });
        shared.view.with(snippet)
    });
    let field = move || {
        let label = shared.platform.get().name();
        view! { <Field shared id="share-frame" label value=snippet/> }.into_any()
    };
    let hint =
        text(move || shared.view.with(|view| hint(view, shared.platform.get())).into_string());
    view! {
        <div class="two">
            <div class="choices">
                <Choice shared key="host" legend="Where" options=&Platform::ALL name=Platform::name
                    chosen=shared.platform.get_untracked() change=ShareChange::Platform/>
                {child(move || has_look.get().then(look))}
                <Pin shared/>
            </div>
            <Preview shared/>
        </div>
        {child(field)}
        <p class="hint" inner_html=hint></p>
    }
}

/// The look of the frame.
#[component]
fn Look(shared: Shared) -> impl IntoView {
    let Sharing { look, .. } = shared.sharing.get_untracked();
    let part = |part: EmbedPart| {
        view! {
            <Tick shared id=["share-part-", part.key()].concat() label=part_label(part).to_owned()
                is_ticked=look.parts.contains(part) change=ShareChange::Part(part)/>
        }
        .into_any()
    };
    view! {
        <Choice shared key="theme" legend="Theme" options=&Theme::ALL name=Theme::key
            chosen=look.theme change=ShareChange::Theme/>
        <fieldset>
            <legend>"Show"</legend>
            {EmbedPart::ALL.into_iter().map(part).collect_view()}
        </fieldset>
        <MostRows shared n_rows=look.n_rows/>
    }
}

/// The choice of the most rows of the frame.
#[component]
fn MostRows(
    /// The dialog that it is part of.
    shared: Shared,
    /// The number that is chosen at first.
    n_rows: u32,
) -> impl IntoView {
    let options = html! {
        @for n in 1..=EmbedOptions::ROWS_MAX { option selected[n == n_rows] { (n) } }
    };
    let choose = move |n_rows: String| {
        if let Ok(n_rows) = n_rows.parse() {
            shared.change(ShareChange::Rows(n_rows));
        }
    };
    view! {
        <label class="most">
            "At most "
            <select id="share-max" inner_html=options.into_string()
                on:change:target=move |event| choose(event.target().value())></select>
            " projects"
        </label>
    }
}

fn part_label(part: EmbedPart) -> &'static str {
    match part {
        EmbedPart::Search => "Search field",
        EmbedPart::Facets => "Button to refine",
        EmbedPart::Sentence => "Sentence",
        EmbedPart::Sources => "Sources",
    }
}

/// The way to paste a snippet, and the file that it needs.
fn hint(view: &SharedView, platform: Platform) -> Markup {
    html! {
        (advice(platform))
        @if let Some((file, place)) = platform.file() {
            a href={ (view.site) (file) } download { "this file" } " as " code { (place) } "."
        }
        @if platform == Platform::WordPress && view.address.contains('?') {
            " It makes frames of whole pages only: for just this view, paste what “HTML” gives into an HTML block."
        }
    }
}

fn advice(platform: Platform) -> &'static str {
    match platform {
        Platform::Html => {
            "Paste it where the view is to be. Its words stay where scripts do not run, and in feeds."
        }
        Platform::Frame => "For pages that allow no scripts of other sites. The height is fixed.",
        Platform::WordPress => "Paste the address on a line of its own.",
        Platform::Ghost => "Paste it into an HTML card. The address alone becomes a bookmark.",
        Platform::Hugo | Platform::Jekyll => "Once for all: save ",
        Platform::Markdown => "For texts without frames, such as READMEs and newsletters.",
        Platform::React => "For React and MDX. The script is needed once on a page.",
    }
}
