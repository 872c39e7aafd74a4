use maud::{Markup, html};

use super::Site;
use crate::link::Route;

/// The page of an address that stands for nothing; an empty `path` is any such address. `near` is the path and the name of the page
/// that was perhaps meant.
pub fn no_page(
    site: Site<'_>,
    path: &str,
    near: Option<(String, String)>,
    heading_id: &str,
) -> Markup {
    html! {
        section.empty {
            h1 id=(heading_id) tabindex="-1" { "No page here" }
            p lang="en" dir="ltr" {
                "This atlas has nothing at "
                @if path.is_empty() { "this address" } @else { strong dir="auto" { (path) } }
                "."
            }
            p.ways {
                @if let Some((href, name)) = near {
                    a.btn.primary href=(href) { span { "Open " bdi { (name) } } }
                }
                a.btn href=(site.href(&Route::home())) { "See everything" }
            }
        }
    }
}
