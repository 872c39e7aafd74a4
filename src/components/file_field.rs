//! Field for opening a local dataset.

use leptos::{prelude::*, web_sys::HtmlInputElement};

use crate::state::DatasetLoader;

/// Field that opens a local dataset. Dropping a file anywhere on the page does the same.
#[component]
pub(crate) fn FileField() -> impl IntoView {
    let loader = use_context::<DatasetLoader>();
    let open = move |field: HtmlInputElement| {
        let file = field.files().and_then(|files| files.get(0));
        // Allows choosing the same file again after a correction.
        field.set_value("");
        if let Some((loader, file)) = loader.zip(file) {
            loader.open_file(file);
        }
    };
    view! {
        <label class="btn">
            "Open a dataset …"
            " "
            <input id="open-dataset" type="file" accept=".json,application/json"
                on:change:target=move |event| open(event.target())/>
        </label>
    }
}
