//! Icon component.

use leptos::prelude::*;

use crate::markup;

/// Icon in the color and size of the surrounding text.
#[component]
pub(crate) fn Icon(
    /// Shape of the icon.
    shape: markup::Icon,
) -> impl IntoView {
    view! {
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
            <path d=shape.path()></path>
        </svg>
    }
}
