use maud::{Markup, html};

use super::{Site, site::relative};
use crate::{
    dataset::Date,
    link::{Provenance, Route, address},
};

/// Says that a dataset is not the site's own of today, and leads back there; nothing for that. The
/// way back leaves this page, as its dataset is another one.
pub fn provenance(site: Site<'_>, route: &Route) -> Markup {
    let from = match site.provenance {
        Provenance::Own => return html! {},
        Provenance::Version(day) => {
            let said = html! {
                "Data of " strong { (day) } ". It changed since: "
                a href=(changes_href(day)) target="_self" { "see what" } "."
            };
            return banner(&said, &today_href(site, route), "Show today’s data");
        }
        Provenance::Address(address) => {
            html! { "from " a href=(address) target="_blank" rel="noopener noreferrer" { (address) } }
        }
        Provenance::File(name) => {
            html! { "from your file " strong dir="auto" { (name) } ", which stays on this device" }
        }
    };
    let said = html! {
        "You see " strong dir="auto" { (site.dataset.title) } " " (from) ". It is not this site’s own dataset."
    };
    banner(&said, "./", "Back to this site’s own")
}

fn banner(said: &Markup, href: &str, label: &str) -> Markup {
    html! {
        div.elsewhere role="note" {
            p lang="en" dir="ltr" { (said) }
            a.btn href=(href) target="_self" { (label) }
        }
    }
}

/// What a frame says of the version that it shows, after its day: what changed since, and the same
/// of today; nothing for anything else.
pub(super) fn since_version(site: Site<'_>, route: &Route) -> Markup {
    let Provenance::Version(day) = site.provenance else { return html! {} };
    html! {
        " · " a href=(changes_href(day)) target="_blank" rel="noopener" { "what changed since" }
        " · " a href=(today_href(site, route)) target="_blank" rel="noopener" { "today’s" }
    }
}

/// The link of what changed since the version of a day, which is published beside it.
fn changes_href(day: &Date) -> String {
    ["./data/since/", day.as_str(), "/"].concat()
}

/// The link of a route in the data of today. What was renamed since leads on.
fn today_href(site: Site<'_>, route: &Route) -> String {
    relative(&address(route, site.dataset, site.catalog))
}
