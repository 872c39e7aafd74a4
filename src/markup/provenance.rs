//! Banner about a dataset that is not the site's current one.

use maud::{Markup, html};

use super::{Site, site::relative};
use crate::{
    dataset::Date,
    link::{Provenance, Route, address},
};

/// Renders a banner about an earlier version or a foreign dataset, with a link back to the site's
/// current data. Empty for the current data. The link reloads the page, because the dataset changes.
pub fn provenance(site: Site<'_>, route: &Route) -> Markup {
    let from = match site.provenance {
        Provenance::Own => return html! {},
        Provenance::Version(day) => {
            let text = html! {
                "Data of " strong { (day) } ", changed since: "
                a href=(changes_href(day)) target="_self" { "see changes" } "."
            };
            return banner(&text, &current_href(site, route), "Show current data");
        }
        Provenance::Address(address) => {
            html! { "from " a href=(address) target="_blank" rel="noopener noreferrer" { (address) } }
        }
        Provenance::File(name) => {
            html! { "from your file " strong dir="auto" { (name) } ", which stays on this device" }
        }
    };
    let text = html! {
        "This is " strong dir="auto" { (site.dataset.title) } " " (from) ", not this site’s own dataset."
    };
    banner(&text, "./", "Back to this site’s dataset")
}

fn banner(text: &Markup, href: &str, label: &str) -> Markup {
    html! {
        div.elsewhere role="note" {
            p lang="en" dir="ltr" { (text) }
            a.btn href=(href) target="_self" { (label) }
        }
    }
}

/// Links in a frame of an earlier version: to the changes since and to the current data. Empty for other
/// datasets.
pub(super) fn since_version(site: Site<'_>, route: &Route) -> Markup {
    let Provenance::Version(day) = site.provenance else { return html! {} };
    html! {
        " · " a href=(changes_href(day)) target="_blank" rel="noopener" { "changes since" }
        " · " a href=(current_href(site, route)) target="_blank" rel="noopener" { "current" }
    }
}

/// Returns the link to the changes since the version of a day.
fn changes_href(day: &Date) -> String {
    ["./data/since/", day.as_str(), "/"].concat()
}

/// Returns the link to a route in the current data, which redirects ids that were renamed since.
fn current_href(site: Site<'_>, route: &Route) -> String {
    relative(&address(route, site.dataset, site.catalog))
}
