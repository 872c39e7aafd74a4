use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::link::{Route, Theme};

/// What the bar on top of every page starts with: where one is.
pub fn brand(site: Site<'_>) -> Markup {
    html! {
        a.brand href=(site.href(&Route::home())) { (icon(Icon::Logo)) (site.dataset.title) }
    }
}

/// What it ends with: the theme, and sharing.
pub fn bar_acts(theme: Theme) -> Markup {
    let (name, shape) = match theme {
        Theme::Auto => ("Theme: like the system", Icon::Half),
        Theme::Light => ("Theme: light", Icon::Sun),
        Theme::Dark => ("Theme: dark", Icon::Moon),
    };
    html! {
        div.acts {
            button.btn.icon #theme type="button" data-do=(Action::Theme)
                aria-label=(name) title=(name) { (icon(shape)) }
            button.btn.primary #share type="button" data-do=(Action::Share)
                aria-haspopup="dialog" { (icon(Icon::Share)) "Share" }
        }
    }
}

/// A link past the bar, for those who go by keyboard.
pub fn skip_link(site: Site<'_>, route: &Route, heading_id: &str) -> Markup {
    html! { a.skip href={ (site.href(route)) "#" (heading_id) } { "Skip to the content" } }
}
