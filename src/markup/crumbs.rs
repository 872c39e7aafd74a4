//! Breadcrumbs of a page.

use maud::{Markup, html};

use super::Site;
use crate::dataset::OrgIdx;

/// Link to a list, from its path and label.
pub fn list_link(list: (&str, &str)) -> Markup {
    html! { a href=(list.0) { (list.1) } }
}

/// Renders the breadcrumbs: the link back to a list (path and label), and the organization of a project.
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
