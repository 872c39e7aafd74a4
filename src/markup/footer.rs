//! Footer of a page or a frame.

use maud::{Markup, html};

use super::{
    Icon, Site,
    confidence::confidences,
    icon,
    provenance::since_version,
    site::{link_out, relative},
};
use crate::{
    link::{Provenance, Route},
    wording::with_ltr_marks,
};

/// Renders the first part of a footer: description, legend, day, license and download of the data.
pub fn about_data(site: Site<'_>) -> Markup {
    html! {
        @if !site.dataset.description.is_empty() {
            p dir="auto" { (with_ltr_marks(&site.dataset.description)) }
        }
        (confidences(site))
        (facts(site))
    }
}

/// Renders the links of a footer.
pub fn footer_links(site: Site<'_>) -> Markup {
    html! {
        (pages(site))
        (further_pages(site))
        @for link in &site.dataset.links {
            (link_out(link.url.as_str(), html! { bdi { (link.label) } }))
        }
    }
}

/// Day, license and download of the data, as far as they are known.
fn facts(site: Site<'_>) -> Markup {
    let day = site.dataset.updated.as_ref().map(|day| html! { "Data updated on " (day) });
    let license =
        site.dataset.license.as_ref().map(|license| html! { "License " bdi { (license) } });
    let parts: Vec<_> = [day, license, download_link(site)].into_iter().flatten().collect();
    html! {
        @if !parts.is_empty() {
            p lang="en" dir="ltr" {
                @for (at, part) in parts.iter().enumerate() {
                    @if at > 0 { " · " }
                    (part)
                }
            }
        }
    }
}

/// Renders links to the pages of claims and changes, if the dataset has any.
pub fn pages(site: Site<'_>) -> Markup {
    html! {
        @if site.dataset.claims().next().is_some() {
            a href=(site.href(&Route::Claims(None))) { "Claim check" }
        }
        @if !site.dataset.events.is_empty() {
            a href=(site.href(&Route::Changes)) { "What changed" }
        }
    }
}

/// Links to the pages that only the footer links to.
fn further_pages(site: Site<'_>) -> Markup {
    html! {
        a href=(site.href(&Route::Directory)) { "A to Z" }
        a href=(site.href(&Route::About)) { "About" }
    }
}

/// Link to the dataset file. None for a local file, which the reader has already, and for an earlier
/// version, whose page of changes has the link.
fn download_link(site: Site<'_>) -> Option<Markup> {
    let href = match site.provenance {
        Provenance::Own => relative("data/rustscape.json"),
        Provenance::Address(address) => address.clone(),
        Provenance::Version(_) | Provenance::File(_) => return None,
    };
    Some(html! { a href=(href) download { "Download JSON" } })
}

/// Renders the footer of a frame: name and day of the data, and a link to the full page.
pub fn frame_footer(site: Site<'_>, route: &Route) -> Markup {
    html! {
        span {
            bdi { (site.dataset.title) }
            @if let Some(day) = &site.dataset.updated { " · Updated " (day) }
            (since_version(site, route))
        }
        a lang="en" dir="ltr" href=(site.href(route)) target="_blank" rel="noopener" {
            span { "See all" span.wide { ", filter, check sources" } } (icon(Icon::External))
        }
    }
}
