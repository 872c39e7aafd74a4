use maud::{Markup, html};

use super::Site;
use crate::dataset::OrgIdx;

/// The way to a list, by its path and its name.
pub fn list_link(list: (&str, &str)) -> Markup {
    html! { a href=(list.0) { (list.1) } }
}

/// The way back: to the list that the reader comes from (its path and its name), and to the
/// organization of a project.
pub(super) fn crumbs(site: Site<'_>, list: (&str, &str), org: Option<OrgIdx>) -> Markup {
    html! {
        nav.crumbs aria-label="Breadcrumb" {
            (list_link(list))
            @if let Some(org) = org {
                span aria-hidden="true" { "/" }
                a dir="auto" href=(site.organization_href(org)) { (site.dataset.org(org).name) }
            }
        }
    }
}
