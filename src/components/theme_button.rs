use leptos::prelude::*;

use super::icon_view::icon;
use crate::{link::Theme, markup::Icon, state::ThemeSwitch};

/// Goes through the themes: as the system has it, light, dark.
#[component]
pub(super) fn ThemeButton() -> impl IntoView {
    let switch: ThemeSwitch = expect_context();
    let name = move || match switch.get() {
        Theme::Auto => "Theme: like the system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let shape = move || match switch.get() {
        Theme::Auto => icon(Icon::Half),
        Theme::Light => icon(Icon::Sun),
        Theme::Dark => icon(Icon::Moon),
    };
    view! {
        <button class="btn icon" aria-label=name title=name on:click=move |_| switch.next()>
            {shape}
        </button>
    }
    .into_any()
}
