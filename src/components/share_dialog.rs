use leptos::{
    html::{Dialog, Textarea},
    prelude::*,
    task::spawn_local_scoped,
};

use super::icon_view::icon;
use crate::{
    link::{Embed, Theme, embed_snippet},
    markup::Icon,
    state::{Explorer, copy_text, open_modal, select_all},
};

/// The heights that are offered for a frame, in CSS pixels: a paragraph, a figure, a page.
const HEIGHTS_PX: [u32; 3] = [360, 560, 800];

/// Shares the current view: its link, or a frame of it for another page.
#[component]
pub(super) fn ShareDialog() -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            open_modal(&dialog);
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <button class="btn primary" aria-haspopup="dialog" on:click=open>
            {icon(Icon::Share)}
            "Share"
        </button>
        <dialog
            class="dialog"
            aria-labelledby="share-title"
            node_ref=dialog
            on:close=move |_| is_open.set(false)
        >
            <Show when=move || is_open.get()>
                <header>
                    <h2 id="share-title">"Share this view"</h2>
                    <button class="btn icon" aria-label="Close" on:click=close>
                        {icon(Icon::Cross)}
                    </button>
                </header>
                <Choices />
            </Show>
        </dialog>
    }
    .into_any()
}

#[component]
fn Choices() -> impl IntoView {
    let explorer = Explorer::expect();
    let theme = RwSignal::new(Theme::Auto);
    let height_px = RwSignal::new(HEIGHTS_PX[1]);
    let what = explorer.share_title();
    let url = explorer.share_url();
    let title = what.clone();
    let snippet = Signal::derive(move || {
        let (theme, height_px) = (theme.get(), height_px.get());
        embed_snippet(&Embed { url: explorer.embed_url(), title: title.clone(), height_px, theme })
    });
    view! {
        <p class="quiet">{what}</p>
        <CopyField label="Link" text=Signal::derive(move || url.clone()) rows=2 />
        <CopyField label="Frame for another page" text=snippet rows=5 />
        <div class="choices">
            <fieldset>
                <legend>"Theme of the frame"</legend>
                <div class="seg">{themes(theme)}</div>
            </fieldset>
            <fieldset>
                <legend>"Height of the frame"</legend>
                <div class="seg">{heights(height_px)}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn themes(theme: RwSignal<Theme>) -> AnyView {
    let button = |choice: Theme| {
        let label = match choice {
            Theme::Auto => "Like the system",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        };
        choice_button(label.to_owned(), theme, choice)
    };
    Theme::ALL.map(button).into_any()
}

fn heights(height_px: RwSignal<u32>) -> AnyView {
    HEIGHTS_PX.map(|choice| choice_button(format!("{choice} px"), height_px, choice)).into_any()
}

fn choice_button<T>(label: String, chosen: RwSignal<T>, choice: T) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let is_chosen = move || (chosen.get() == choice).to_string();
    view! {
        <button aria-pressed=is_chosen on:click=move |_| chosen.set(choice)>
            {label}
        </button>
    }
    .into_any()
}

/// What became of a copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    No,
    Yes,
    ByHand,
}

/// A text with a button that copies it; where that is not allowed, it is selected to be copied by
/// hand.
#[component]
fn CopyField(label: &'static str, text: Signal<String>, rows: u8) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let copied = RwSignal::new(Copied::No);
    let copy = move |_| {
        spawn_local_scoped(async move {
            if copy_text(text.get_untracked()).await {
                return copied.set(Copied::Yes);
            }
            copied.set(Copied::ByHand);
            if let Some(field) = field.get_untracked() {
                select_all(&field);
            }
        });
    };
    let said = move || match copied.get() {
        Copied::No => "",
        Copied::Yes => "Copied",
        Copied::ByHand => "Selected: copy it with Ctrl+C or ⌘C",
    };
    view! {
        <div class="code">
            <label>
                {label}
                <textarea
                    node_ref=field
                    rows=rows
                    readonly
                    spellcheck="false"
                    prop:value=move || text.get()
                ></textarea>
            </label>
            <div class="copy">
                <button class="btn primary" on:click=copy>
                    {format!("Copy the {}", label.to_lowercase())}
                </button>
                <span role="status">{said}</span>
            </div>
        </div>
    }
    .into_any()
}
