//! Text field with a copy button.

use leptos::prelude::*;

use super::context::ShareContext;
use crate::{
    components::{child, text},
    state::{CopyOutcome, browser},
};

/// Characters per line of a field, for browsers that do not fit the height of a field to its text.
const LINE_CHARS: usize = 60;

/// Maximum number of lines of a field.
const LINES_MAX: usize = 6;

/// A read-only text with a button that copies it.
#[component]
pub(super) fn Field(
    /// Context of the share dialog.
    context: ShareContext,
    /// Id of the field, and prefix of the id of its button.
    id: &'static str,
    /// Label of the field.
    label: &'static str,
    /// Text of the field.
    value: Memo<String>,
) -> impl IntoView {
    let outcome = move || context.sharing.with(|sharing| sharing.outcome_of(id));
    let button = text(move || {
        let is_copied = outcome() == Some(CopyOutcome::Copied);
        if is_copied { CopyOutcome::Copied.message() } else { "Copy" }.to_owned()
    });
    let hint = child(move || {
        let hint = outcome().filter(|outcome| *outcome != CopyOutcome::Copied)?;
        Some(view! { <p class="hint">{hint.message()}</p> }.into_any())
    });
    view! {
        <div class="code">
            <label for=id>{label}</label>
            <textarea id=id rows=text(move || value.with(|value| n_lines(value).to_string()))
                readonly=true spellcheck="false">
                {text(move || value.get())}
            </textarea>
            <button class="btn primary" type="button" id=[id, "-copy"].concat()
                on:click=move |_| copy(context, id, value.get_untracked())>
                {button}
                <span class="unseen">{[" ", label].concat()}</span>
            </button>
            {hint}
        </div>
    }
}

fn n_lines(text: &str) -> usize {
    let n_lines = text.lines().map(|line| 1 + line.len() / LINE_CHARS).sum::<usize>();
    n_lines.min(LINES_MAX)
}

/// Copies the text of a field, or selects it if the browser denies access to the clipboard.
fn copy(context: ShareContext, id: &'static str, text: String) {
    browser::spawn(async move {
        let is_copied = browser::copy_text(&text).await;
        let outcome = if is_copied { CopyOutcome::Copied } else { CopyOutcome::Selected };
        context.sharing.try_update(|sharing| sharing.copied = Some((id, outcome)));
        if !is_copied {
            browser::select_textarea(id);
        }
    });
}
