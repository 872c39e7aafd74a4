use maud::{Markup, html};

use super::{Icon, Site, icon};
use crate::link::Route;

/// The start of the bar on top of every page: where one is.
pub fn brand(site: Site<'_>) -> Markup {
    html! {
        a.brand href=(site.href(&Route::home())) { (icon(Icon::Logo)) bdi { (site.dataset.title) } }
    }
}
