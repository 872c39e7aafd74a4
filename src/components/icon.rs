use leptos::prelude::*;

use crate::markup;

/// Draws an icon in the color and size of the text around it.
#[component]
pub(crate) fn Icon(
    /// The shape.
    shape: markup::Icon,
) -> impl IntoView {
    view! {
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
            <path d=shape.path()></path>
        </svg>
    }
}
