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

/// What the atlas is, how to read it, and how to use it elsewhere. `heading_id` names the heading,
/// `list` is the path and the name of the list that the reader comes from.
pub fn about(site: Site<'_>, heading_id: &str, list: (&str, &str)) -> Markup {
    html! {
        (crumbs(site, list, None))
        div {
            h1 id=(heading_id) tabindex="-1" { "About " bdi { (site.dataset.title) } }
            @if !site.dataset.description.is_empty() { p.lead dir="auto" { (with_ltr_marks(&site.dataset.description)) } }
            section.block {
                h2 { "How to read it" }
                p lang="en" dir="ltr" {
                    "Each project names the sources on which it rests, with how and when they were looked at. "
                    "What is unknown is shown as unknown, never guessed; what ended stays, with its end. "
                    "How well a project is supported is said beside it:"
                }
                (confidences(site))
            }
            section.block {
                h2 { "How to pass it on" }
                p lang="en" dir="ltr" {
                    "The address bar always holds the link of what is shown. “Share” also gives a frame of it "
                    "for a page of yours, which keeps the view and its sources."
                }
            }
            @if site.provenance.is_own() { (data(site)) }
            (contribute(&site.dataset.contribute))
        }
        (facts(&counts(site), &Markup::default()))
    }
}

/// Where programs and people get the data.
fn data(site: Site<'_>) -> Markup {
    let file = |address: &str, label: &str| {
        html! { a href={ "./" (address) } { (label) } }
    };
    html! {
        section.block #data {
            h2 { "How to get the data" }
            ul.plain lang="en" dir="ltr" {
                li { (file("data/rustscape.json", "The whole dataset as JSON")) ", with its " (file("data/schema/v1.json", "schema")) }
                @if site.is_published {
                    li { (file("api/v1/index.json", "The data service")) ", its parts as plain files with stable addresses, described by " (file("api/v1/openapi.json", "OpenAPI")) }
                    li { "Tables: " (file("api/v1/projects.spreadsheet.csv", "projects as CSV for spreadsheets")) ", " (file("api/v1/projects.csv", "for programs")) ", " (file("api/v1/projects.ndjson", "as NDJSON")) }
                    li { "News: " (file("feed.xml", "Atom")) ", " (file("feed.json", "JSON Feed")) "; every organization and every value of a facet has its own" }
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
                h2 { "What is wrong or missing" }
                p lang="en" dir="ltr" {
                    "Every project has “Correct this”. Or begin here: "
                    @if let Some(url) = issues { (link_out(url.as_str(), html! { "open an issue" })) }
                    @if issues.is_some() && mail.is_some() { ", " }
                    @if let Some(to) = mail { a href={ "mailto:" (to) } { "write a mail" } }
                }
            }
        }
    }
}

/// The sizes of the dataset, without those that are 0.
fn counts(site: Site<'_>) -> Vec<Fact> {
    let dataset = site.dataset;
    let count = |name, n: usize| (0 < n, Fact::known(name, html! { span.num { (grouped(n)) } }));
    let n_of = |of: fn(&crate::dataset::Project) -> usize| dataset.projects.iter().map(of).sum();
    shown([
        count("Organizations", dataset.organizations.len()),
        count("Projects", dataset.projects.len()),
        count("Measured outcomes", n_of(|project| project.outcomes.len())),
        count("Sources", n_of(|project| project.sources.len())),
        count("Claims checked", dataset.claims().count()),
        (true, Fact::maybe("Data of", dataset.updated.as_ref().map(|day| html! { (day) }))),
        (true, Fact::maybe("License", dataset.license.as_ref().map(|license| html! { (license) }))),
    ])
}
