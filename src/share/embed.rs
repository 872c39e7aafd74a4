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
    link::{Embed, FrameLook, FramePart, Host, SharedView, Theme, snippet},
    state::{ShareChange, Sharing},
};

/// A view as a part of another page: the snippet, with the choices that it depends on and a preview.
#[component]
pub(super) fn EmbedTab(shared: Shared) -> impl IntoView {
    let has_look = Memo::new(move |_| shared.host.get().has_look());
    let look = move || view! { <Look shared/> }.into_any();
    let snippet = Memo::new(move |_| {
        let Sharing { look, height_px, .. } = shared.sharing.get();
        let snippet = |view: &_| snippet(shared.host.get(), &Embed { view, look, height_px });
        shared.view.with(snippet)
    });
    let field = move || {
        let label = shared.host.get().name();
        view! { <Field shared id="share-frame" label value=snippet/> }.into_any()
    };
    let hint = text(move || shared.view.with(|view| hint(view, shared.host.get())).into_string());
    view! {
        <div class="two">
            <div class="choices">
                <Choice shared key="host" legend="Where" options=&Host::ALL name=Host::name
                    chosen=shared.host.get_untracked() change=ShareChange::Host/>
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
    let part = |part: FramePart| {
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
            {FramePart::ALL.into_iter().map(part).collect_view()}
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
        @for n in 1..=FrameLook::ROWS_MAX { option selected[n == n_rows] { (n) } }
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

fn part_label(part: FramePart) -> &'static str {
    match part {
        FramePart::Search => "Search field",
        FramePart::Facets => "Button to refine",
        FramePart::Sentence => "Sentence",
        FramePart::Sources => "Sources",
    }
}

/// The way to paste a snippet, and the file that it needs.
fn hint(view: &SharedView, host: Host) -> Markup {
    html! {
        (advice(host))
        @if let Some((file, place)) = host.file() {
            a href={ (view.site) (file) } download { "this file" } " as " code { (place) } "."
        }
        @if host == Host::WordPress && view.address.contains('?') {
            " It makes frames of whole pages only: for just this view, paste what “HTML” gives into an HTML block."
        }
    }
}

fn advice(host: Host) -> &'static str {
    match host {
        Host::Html => {
            "Paste it where the view is to be. Its words stay where scripts do not run, and in feeds."
        }
        Host::Frame => "For pages that allow no scripts of other sites. The height is fixed.",
        Host::WordPress => "Paste the address on a line of its own.",
        Host::Ghost => "Paste it into an HTML card. The address alone becomes a bookmark.",
        Host::Hugo | Host::Jekyll => "Once for all: save ",
        Host::Markdown => "For texts without frames, such as READMEs and newsletters.",
        Host::React => "For React and MDX. The script is needed once on a page.",
    }
}
