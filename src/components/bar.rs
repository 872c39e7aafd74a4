//! Bar at the top of every page.

use leptos::prelude::*;

use super::{SearchField, child, icon::Icon, text};
use crate::{
    link::{Route, Theme},
    markup::{self, Icon as Shape},
    state::{Explorer, Overlay},
};

/// Bar with the name of the atlas, the search field, and the buttons for theme and sharing.
#[component]
pub(crate) fn Bar() -> impl IntoView {
    let explorer = Explorer::expect();
    let brand = explorer.with_site(|site| markup::brand(site).into_string());
    let pages = explorer.with_site(|site| markup::pages(site).into_string());
    view! {
        <header class="bar">
            <div class="live" inner_html=brand></div>
            <SearchField/>
            <nav class="pages" lang="en" aria-label="Pages" inner_html=pages></nav>
            <div class="live" id="bar-actions"><BarActions/></div>
        </header>
    }
}

/// Buttons at the end of the bar.
#[component]
pub(crate) fn BarActions() -> impl IntoView {
    let explorer = Explorer::expect();
    let name = move || text(move || theme_name(explorer.theme()).to_owned());
    view! {
        <div class="acts" lang="en">
            <button class="btn icon" id="theme" type="button" aria-label=name() title=name()
                on:click=move |_| explorer.switch_theme()>
                <span class=text(move || filled(explorer.theme()))>
                    {child(move || view! { <Icon shape=theme_icon(explorer.theme())/> })}
                </span>
            </button>
            <button class="btn primary" id="share" type="button" aria-haspopup="dialog"
                on:click=move |_| explorer.open_overlay(Overlay::Share)>
                <Icon shape=Shape::Share/> "Share"
            </button>
        </div>
    }
}

/// Returns the class of the icon of a theme.
fn filled(theme: Theme) -> String {
    if theme == Theme::Auto { "filled".to_owned() } else { String::new() }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "Theme: system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    }
}

fn theme_icon(theme: Theme) -> Shape {
    match theme {
        Theme::Auto => Shape::Half,
        Theme::Light => Shape::Sun,
        Theme::Dark => Shape::Moon,
    }
}

/// Link past the bar, for keyboard users. The page for unknown addresses has none, because it has no
/// address to link to.
#[component]
pub(crate) fn SkipLink() -> impl IntoView {
    let explorer = Explorer::expect();
    let has_no_address =
        |route: &Route| matches!(route, Route::NotFound { path, .. } if path.is_empty());
    child(move || {
        let route = explorer.route();
        let href = [&explorer.href(&route), "#", explorer.heading_id()].concat();
        let link =
            || view! { <a class="skip" id="skip-link" lang="en" href=href>"Skip to content"</a> };
        (!has_no_address(&route)).then(link)
    })
}
