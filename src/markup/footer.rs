use maud::{Markup, html};

use super::{Icon, Site, icon};
use crate::{dataset::Dataset, link::Route};

/// The end of a page: what the data is, how old it is, and where to get it.
pub fn footer(site: Site<'_>) -> Markup {
    html! {
        footer.foot {
            p { (site.dataset.description) }
            p {
                (updated(site.dataset))
                @if let Some(license) = &site.dataset.license { " · license " (license) }
                " · "
                a href={ (site.base) "data/rustscape.json" } download="rustscape.json" {
                    "all of it as JSON"
                }
            }
        }
    }
}

/// The last line of a frame: where it is from, and the way to the whole.
pub fn frame_footer(site: Site<'_>, route: &Route) -> Markup {
    html! {
        footer.foot.frame-foot {
            span { (site.dataset.title) " · " (updated(site.dataset)) }
            a href=(site.href(route)) target="_blank" rel="noopener" {
                "See all, refine, check the sources " (icon(Icon::External))
            }
        }
    }
}

fn updated(dataset: &Dataset) -> String {
    dataset.updated.as_ref().map(|day| format!("Data of {day}")).unwrap_or_default()
}
