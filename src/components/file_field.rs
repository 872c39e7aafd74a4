use leptos::{prelude::*, web_sys::HtmlInputElement};

use crate::state::DatasetLoader;

/// The field that opens a file of the reader; a file that is dropped anywhere does the same.
#[component]
pub(crate) fn FileField() -> impl IntoView {
    let loader = use_context::<DatasetLoader>();
    let open = move |field: HtmlInputElement| {
        let file = field.files().and_then(|files| files.get(0));
        // The same file may be chosen again, once it was corrected.
        field.set_value("");
        if let Some((loader, file)) = loader.zip(file) {
            loader.open_file(file);
        }
    };
    view! {
        <label class="btn">
            "Open a dataset"
            " "
            <input id="open-dataset" type="file" accept=".json,application/json"
                on:change:target=move |event| open(event.target())/>
        </label>
    }
}
