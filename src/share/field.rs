use leptos::prelude::*;

use super::{browser, shared::Shared};
use crate::{
    components::{child, text},
    state::{CopyOutcome, spawn},
};

/// The number of characters of a text that fit on a line of its field, where the browser does not
/// make the field as high as its text.
const LINE_CHARS: usize = 60;

/// The most lines of a field.
const LINES_MAX: usize = 6;

/// A text with a button that copies it.
#[component]
pub(super) fn Field(
    /// The dialog that it is part of.
    shared: Shared,
    /// The id, which also starts the id of the button.
    id: &'static str,
    /// The label.
    label: &'static str,
    /// The text.
    value: Memo<String>,
) -> impl IntoView {
    let outcome = move || shared.sharing.with(|sharing| sharing.outcome_of(id));
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
                on:click=move |_| copy(shared, id, value.get_untracked())>
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

/// Copies the text of a field; where that is not allowed, selects it to be copied by hand.
fn copy(shared: Shared, id: &'static str, text: String) {
    spawn(async move {
        let is_copied = browser::copy_text(&text).await;
        let outcome = if is_copied { CopyOutcome::Copied } else { CopyOutcome::Selected };
        shared.sharing.try_update(|sharing| sharing.copied = Some((id, outcome)));
        if !is_copied {
            browser::select(id);
        }
    });
}
