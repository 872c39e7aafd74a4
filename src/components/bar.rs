use leptos::prelude::*;

use super::{SearchField, child, icon::Icon, text};
use crate::{
    link::{Route, Theme},
    markup::{self, Icon as Shape},
    state::{Explorer, Overlay},
};

/// The bar on top of every page: where one is, the search, the theme, and sharing.
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

/// The buttons at the end of the bar.
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

/// Returns the class of a theme's icon.
fn filled(theme: Theme) -> String {
    if theme == Theme::Auto { "filled".to_owned() } else { String::new() }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "Theme: like the system",
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

/// A link past the bar, for those who go by keyboard. A page for any address has none: no link leads
/// to a part of it.
#[component]
pub(crate) fn SkipLink() -> impl IntoView {
    let explorer = Explorer::expect();
    let is_for_any =
        |route: &Route| matches!(route, Route::NotFound { path, .. } if path.is_empty());
    child(move || {
        let route = explorer.route();
        let href = [&explorer.href(&route), "#", explorer.heading_id()].concat();
        let link = || view! { <a class="skip" id="skip-link" lang="en" href=href>"Skip to the content"</a> };
        (!is_for_any(&route)).then(link)
    })
}
