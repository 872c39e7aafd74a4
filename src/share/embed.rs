//! "Embed" tab of the share dialog.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{
    choice::{Choice, Tick},
    context::ShareContext,
    field::Field,
    pin::Pin,
    preview::Preview,
};
use crate::{
    components::{child, text},
    link::{Embed, EmbedOptions, EmbedPart, Platform, SharedView, Theme, snippet},
    state::{ShareChange, Sharing},
};

/// Snippet that embeds a view in another page, with its options and a preview.
#[component]
pub(super) fn EmbedTab(context: ShareContext) -> impl IntoView {
    let has_embed_options = Memo::new(move |_| context.platform.get().has_embed_options());
    let options = move || view! { <OptionFields context/> }.into_any();
    let snippet = Memo::new(move |_| {
        let Sharing { embed_options: options, height_px, .. } = context.sharing.get();
        let snippet =
            |view: &_| snippet(context.platform.get(), &Embed { view, options, height_px });
        context.view.with(snippet)
    });
    let field = move || {
        let label = context.platform.get().name();
        view! { <Field context id="share-frame" label value=snippet/> }.into_any()
    };
    let hint =
        text(move || context.view.with(|view| hint(view, context.platform.get())).into_string());
    view! {
        <div class="two">
            <div class="choices">
                <Choice context key="host" legend="Platform" options=&Platform::ALL name=Platform::name
                    chosen=context.platform.get_untracked() change=ShareChange::Platform/>
                {child(move || has_embed_options.get().then(options))}
                <Pin context/>
            </div>
            <Preview context/>
        </div>
        {child(field)}
        <p class="hint" inner_html=hint></p>
    }
}

/// Options of the frame.
#[component]
fn OptionFields(context: ShareContext) -> impl IntoView {
    let Sharing { embed_options: options, .. } = context.sharing.get_untracked();
    let part = |part: EmbedPart| {
        view! {
            <Tick context id=["share-part-", part.key()].concat() label=part_label(part).to_owned()
                is_ticked=options.parts.contains(part) change=ShareChange::Part(part)/>
        }
        .into_any()
    };
    view! {
        <Choice context key="theme" legend="Theme" options=&Theme::ALL name=Theme::key
            chosen=options.theme change=ShareChange::Theme/>
        <fieldset>
            <legend>"Show"</legend>
            {EmbedPart::ALL.into_iter().map(part).collect_view()}
        </fieldset>
        <MostRows context n_rows=options.n_rows/>
    }
}

/// Choice of the maximum number of rows.
#[component]
fn MostRows(
    /// Context of the share dialog.
    context: ShareContext,
    /// Initially chosen number.
    n_rows: u32,
) -> impl IntoView {
    let options = html! {
        @for n in 1..=EmbedOptions::ROWS_MAX { option selected[n == n_rows] { (n) } }
    };
    let choose = move |n_rows: String| {
        if let Ok(n_rows) = n_rows.parse() {
            context.change(ShareChange::Rows(n_rows));
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
        EmbedPart::Facets => "Filters",
        EmbedPart::Sentence => "Heading",
        EmbedPart::Sources => "Sources",
    }
}

/// Returns instructions for a snippet, with the file that it needs.
fn hint(view: &SharedView, platform: Platform) -> Markup {
    html! {
        (advice(platform))
        @if let Some((file, place)) = platform.file() {
            a href={ (view.site) (file) } download { "this file" } " as " code { (place) } ". Then paste the snippet."
        }
        @if platform == Platform::WordPress && view.address.contains('?') {
            " WordPress embeds whole pages only. To embed just this view, paste the “HTML” snippet into an HTML block."
        }
    }
}

fn advice(platform: Platform) -> &'static str {
    match platform {
        Platform::Html => {
            "Paste the snippet where the view should appear. Its text remains readable without JavaScript and in feed readers."
        }
        Platform::Frame => {
            "For pages that do not allow scripts from other sites. The height is fixed."
        }
        Platform::WordPress => "Paste the link on its own line.",
        Platform::Ghost => {
            "Paste the snippet into an HTML card. A link on its own becomes a bookmark card."
        }
        Platform::Hugo | Platform::Jekyll => "First, save ",
        Platform::Markdown => {
            "For texts where frames do not work, such as READMEs and newsletters."
        }
        Platform::React => "For React and MDX. A page needs the script only once.",
    }
}
