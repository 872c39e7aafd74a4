use leptos::prelude::*;

use crate::markup::{self, Icon};

/// An icon inside a view.
pub(super) fn icon(icon: Icon) -> AnyView {
    view! { <span class="icon" inner_html=markup::icon(icon).into_string()></span> }.into_any()
}
