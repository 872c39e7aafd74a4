//! Page for unknown addresses.

use maud::{Markup, html};

use super::Site;
use crate::link::Route;

/// Renders the page for an unknown address. An empty `path` stands for any address. `suggestion` is the
/// path and the name of the page that was probably meant.
pub fn no_page(
    site: Site<'_>,
    path: &str,
    suggestion: Option<(String, String)>,
    heading_id: &str,
) -> Markup {
    html! {
        section.empty {
            h1 id=(heading_id) tabindex="-1" { "Page not found" }
            p lang="en" dir="ltr" {
                "This atlas has no page at "
                @if path.is_empty() { "this address" } @else { strong dir="auto" { (path) } }
                "."
            }
            p.ways {
                @if let Some((href, name)) = suggestion {
                    a.btn.primary href=(href) { span { "Open " bdi { (name) } } }
                }
                a.btn href=(site.href(&Route::home())) { "Show everything" }
            }
        }
    }
}
