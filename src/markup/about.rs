//! Page about the atlas.

use maud::{Markup, html};

use super::{
    Site,
    confidence::confidences,
    crumbs::crumbs,
    facts::{Fact, facts, shown},
    site::link_out,
};
use crate::{
    dataset::Contribute,
    wording::{grouped, with_ltr_marks},
};

/// Renders the page about the atlas: description, legend, sharing and data. `heading_id` is the id of
/// the heading, `list` the path and the label of the link back to the list.
pub fn about(site: Site<'_>, heading_id: &str, list: (&str, &str)) -> Markup {
    html! {
        (crumbs(site, list, None))
        div {
            h1 id=(heading_id) tabindex="-1" { "About " bdi { (site.dataset.title) } }
            @if !site.dataset.description.is_empty() { p.lead dir="auto" { (with_ltr_marks(&site.dataset.description)) } }
            section.block {
                h2 { "How to read it" }
                p lang="en" dir="ltr" {
                    "Each project lists its sources, with the day and the method of the last check. "
                    "Unknown values are shown as unknown, never guessed. Projects that ended stay listed. "
                    "A mark shows how well the sources support a project:"
                }
                (confidences(site))
            }
            section.block {
                h2 { "Share and embed" }
                p lang="en" dir="ltr" {
                    "The address bar always has the link to the current view. Use “Share” to embed the view "
                    "in your own page, to cite it, or to download its data."
                }
            }
            @if site.provenance.is_own() { (data(site)) }
            (contribute(&site.dataset.contribute))
        }
        (facts(&counts(site), &Markup::default()))
    }
}

/// Links to the files of the dataset.
fn data(site: Site<'_>) -> Markup {
    let file = |address: &str, label: &str| {
        html! { a href={ "./" (address) } { (label) } }
    };
    html! {
        section.block #data {
            h2 { "Get the data" }
            ul.plain lang="en" dir="ltr" {
                li { (file("data/rustscape.json", "The whole dataset as JSON")) ", with its " (file("data/schema/v1.json", "schema")) }
                @if site.is_published {
                    li { (file("api/v1/index.json", "API")) ": static files with stable addresses, described in " (file("api/v1/openapi.json", "OpenAPI")) }
                    li { "Tables: " (file("api/v1/projects.spreadsheet.csv", "projects as CSV for spreadsheets")) ", " (file("api/v1/projects.csv", "CSV for programs")) ", " (file("api/v1/projects.ndjson", "NDJSON")) }
                    li { "Feeds: " (file("feed.xml", "Atom")) ", " (file("feed.json", "JSON Feed")) "; every organization and every filter value has its own feed" }
                }
            }
        }
    }
}

fn contribute(contribute: &Contribute) -> Markup {
    let Contribute { issues, mail, .. } = contribute;
    html! {
        @if issues.is_some() || mail.is_some() {
            section.block {
                h2 { "Report an error" }
                p lang="en" dir="ltr" {
                    "Use “Correct this” on the page of a project, or: "
                    @if let Some(url) = issues { (link_out(url.as_str(), html! { "open an issue" })) }
                    @if issues.is_some() && mail.is_some() { ", " }
                    @if let Some(to) = mail { a href={ "mailto:" (to) } { "send an email" } }
                }
            }
        }
    }
}

/// Returns the sizes of the dataset, without those that are 0.
fn counts(site: Site<'_>) -> Vec<Fact> {
    let dataset = site.dataset;
    let count = |name, n: usize| (n > 0, Fact::known(name, html! { span.num { (grouped(n)) } }));
    let n_of = |of: fn(&crate::dataset::Project) -> usize| dataset.projects.iter().map(of).sum();
    shown([
        count("Organizations", dataset.organizations.len()),
        count("Projects", dataset.projects.len()),
        count("Measured outcomes", n_of(|project| project.outcomes.len())),
        count("Sources", n_of(|project| project.sources.len())),
        count("Claims checked", dataset.claims().count()),
        (true, Fact::maybe("Data updated", dataset.updated.as_ref().map(|day| html! { (day) }))),
        (true, Fact::maybe("License", dataset.license.as_ref().map(|license| html! { (license) }))),
    ])
}
