use maud::{Markup, html};

use super::{
    Icon, Site,
    confidence::confidences,
    icon,
    provenance::since_version,
    site::{link_out, relative},
};
use crate::{
    dataset::Dataset,
    link::{Provenance, Route},
    wording::with_ltr_marks,
};

/// The first part of the end of a page: what the data is, how to read it and how old it is.
pub fn about_data(site: Site<'_>) -> Markup {
    html! {
        @if !site.dataset.description.is_empty() {
            p dir="auto" { (with_ltr_marks(&site.dataset.description)) }
        }
        (confidences(site))
        (facts(site))
    }
}

/// The links at the end of a page.
pub fn footer_links(site: Site<'_>) -> Markup {
    html! {
        (pages(site))
        (further_pages(site))
        @for link in &site.dataset.links {
            (link_out(link.url.as_str(), html! { bdi { (link.label) } }))
        }
    }
}

/// The day and the license of the data and the way to the file, as far as they are known.
fn facts(site: Site<'_>) -> Markup {
    let day = updated(site.dataset).map(|day| html! { (day) });
    let license =
        site.dataset.license.as_ref().map(|license| html! { "License " bdi { (license) } });
    let parts: Vec<_> = [day, license, whole(site)].into_iter().flatten().collect();
    html! {
        @if !parts.is_empty() {
            p lang="en" dir="ltr" {
                @for (at, part) in parts.iter().enumerate() {
                    @if 0 < at { " · " }
                    (part)
                }
            }
        }
    }
}

/// The pages beside the list, as far as the dataset has something for them.
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

/// The pages that only the end of a page names.
fn further_pages(site: Site<'_>) -> Markup {
    html! {
        a href=(site.href(&Route::Directory)) { "A to Z" }
        a href=(site.href(&Route::About)) { "About" }
    }
}

/// The way to the file. One that the reader opened is theirs already; that of a version is beside what
/// changed since.
fn whole(site: Site<'_>) -> Option<Markup> {
    let href = match site.provenance {
        Provenance::Own => relative("data/rustscape.json"),
        Provenance::Address(address) => address.clone(),
        Provenance::Version(_) | Provenance::File(_) => return None,
    };
    Some(html! { a href=(href) download { "Download JSON" } })
}

/// The content of the last line of a frame: where it is from, and the way to the whole.
pub fn frame_footer(site: Site<'_>, route: &Route) -> Markup {
    html! {
        span {
            bdi { (site.dataset.title) }
            @if let Some(day) = updated(site.dataset) { " · " (day) }
            (since_version(site, route))
        }
        a lang="en" dir="ltr" href=(site.href(route)) target="_blank" rel="noopener" {
            span { "See all" span.wide { ", refine, check the sources" } } (icon(Icon::External))
        }
    }
}

fn updated(dataset: &Dataset) -> Option<String> {
    dataset.updated.as_ref().map(|day| format!("Data of {day}"))
}
