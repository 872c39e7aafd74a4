//! Name of the atlas in the bar.

use maud::{Markup, html};

use super::{Icon, Site, icon};
use crate::link::Route;

/// Renders the start of the bar: the name of the atlas as a link to everything.
pub fn brand(site: Site<'_>) -> Markup {
    html! {
        a.brand href=(site.href(&Route::home())) { (icon(Icon::Logo)) bdi { (site.dataset.title) } }
    }
}
