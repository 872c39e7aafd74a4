use leptos::prelude::*;

use super::icon_view::icon;
use crate::{dataset::DatasetError, markup::Icon, state::LoadError};

/// The page when there is no dataset: what happened, what is kept, and a way to try again.
#[component]
pub fn Failure(
    /// Why there is none.
    error: LoadError,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let (title, reason) = explain(&error);
    view! {
        <header class="bar">
            <span class="brand">{icon(Icon::Logo)} "Rustscape"</span>
        </header>
        <main class="board">
            <section class="empty bad" role="alert">
                <h1>{title}</h1>
                <p>{reason}</p>
                <p>"What you had chosen is kept in the address of this page."</p>
                <p>
                    <button class="btn primary" on:click=move |_| retry.run(())>
                        "Try again"
                    </button>
                </p>
            </section>
        </main>
    }
    .into_any()
}

fn explain(error: &LoadError) -> (&'static str, String) {
    const MISSING: &str = "The dataset did not arrive";
    const UNUSABLE: &str = "The dataset cannot be read";
    match error {
        LoadError::Offline => {
            (MISSING, "This device is offline. Connect it to a network and try again.".to_owned())
        }
        LoadError::Broken { n_bytes: 0 } => {
            (MISSING, "The server could not be reached.".to_owned())
        }
        LoadError::Broken { n_bytes } => {
            (MISSING, format!("The connection broke off after {} kB.", n_bytes / 1000))
        }
        LoadError::TimedOut { after_millis, n_bytes } => {
            let seconds = after_millis.div_ceil(1000);
            let arrived = n_bytes / 1000;
            (MISSING, format!("Nothing more arrived for {seconds} s, after {arrived} kB."))
        }
        LoadError::Status { code } => (MISSING, status(*code)),
        LoadError::Dataset(error) => (UNUSABLE, unusable(error)),
    }
}

fn status(code: u16) -> String {
    let meaning = match code {
        404 | 410 => " (not found). The file data/rustscape.json is not where it should be",
        401 | 403 => " (not allowed)",
        429 => " (too many requests)",
        500..=599 => " (a fault of the server)",
        _ => "",
    };
    format!("The server answered {code}{meaning}.")
}

fn unusable(error: &DatasetError) -> String {
    let advice = match error {
        DatasetError::Empty => "Perhaps it was only written in part.",
        DatasetError::NotJson { .. } => "Perhaps it is another page, or was cut short.",
        DatasetError::NotADataset { .. } => "Perhaps it is another file.",
        DatasetError::WrongVersion { .. } => "A newer version of this page may be able to.",
    };
    let text = error.to_string();
    let mut letters = text.chars();
    let start: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{start}{}. {advice}", letters.as_str())
}
