use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::link::{Route, Theme};

/// What the bar on top of every page starts with: where one is.
pub fn brand(site: Site<'_>) -> Markup {
    html! {
        a.brand href=(site.href(&Route::home())) { (icon(Icon::Logo)) bdi { (site.dataset.title) } }
    }
}

/// The one search field. Words are searched for as they are typed; `facet:value` refines.
///
/// Where no script takes it, it leads to the names of everything.
pub fn search_field(site: Site<'_>, id: &str, text: &str) -> Markup {
    html! {
        form.search role="search" lang="en" action=(site.href(&Route::Directory)) {
            (icon(Icon::Find))
            input id=(id) name="q" type="search" value=(text) aria-label="Search"
                aria-keyshortcuts="/" placeholder="Projects, organizations …"
                autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search";
            kbd aria-hidden="true" { "/" }
        }
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
        div.acts lang="en" {
            button.btn.icon #theme type="button" data-do=(Action::Theme)
                aria-label=(name) title=(name) { span.filled[shape == Icon::Half] { (icon(shape)) } }
            button.btn.primary #share type="button" data-do=(Action::Share)
                aria-haspopup="dialog" { (icon(Icon::Share)) "Share" }
        }
    }
}

/// A link past the bar, for those who go by keyboard. A page for any address has none: no link leads
/// to a part of it.
pub fn skip_link(site: Site<'_>, route: &Route, heading_id: &str) -> Markup {
    if matches!(route, Route::NotFound { path, .. } if path.is_empty()) {
        return html! {};
    }
    html! { a.skip lang="en" href={ (site.href(route)) "#" (heading_id) } { "Skip to the content" } }
}
