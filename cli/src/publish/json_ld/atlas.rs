//! The site, the dataset, and pages about them.

use rustscape::search::Facet;
use serde_json::{Value, json};

use super::node::{Node, reference};
use crate::{
    publish::{
        Page, Publication,
        day::known_part,
        license::license_url,
        text::{cut, one_line},
    },
    words::counted,
};

/// How long the description of a dataset has to be and may be, in characters, so that Google lists
/// it.
const DESCRIPTION_MIN_CHARS: usize = 50;
const DESCRIPTION_MAX_CHARS: usize = 5000;

/// How many keywords a dataset has: its largest domains.
const KEYWORDS_MAX: usize = 10;

/// The forms in which the data can be loaded: addresses and media types.
const DOWNLOADS: [(&str, &str); 3] = [
    ("data/rustscape.json", "application/json"),
    ("api/v1/projects.csv", "text/csv"),
    ("api/v1/projects.ndjson", "application/x-ndjson"),
];

/// The site, as a part of what a page says.
pub(super) fn site(publication: &Publication) -> Node {
    Node::new("WebSite")
        .with_id(site_id(publication))
        .with("name", one_line(&publication.dataset().title))
        .with("url", publication.url.absolute(""))
        .with_known("inLanguage", language(publication))
}

/// The site with how to search in it.
pub(super) fn searchable_site(publication: &Publication) -> Node {
    let template = [&publication.url.absolute(""), "?q={search_term_string}"].concat();
    let target = Node::new("EntryPoint").with("urlTemplate", template);
    let search = Node::new("SearchAction")
        .with("target", target)
        .with("query-input", "required name=search_term_string");
    site(publication)
        .with("description", description(publication))
        .with("publisher", publisher(publication))
        .with("potentialAction", search)
}

/// Who publishes: the atlas itself, the only name that a dataset has.
pub(super) fn publisher(publication: &Publication) -> Node {
    Node::new("Organization")
        .with_id(publication.url.absolute("#publisher"))
        .with("name", one_line(&publication.dataset().title))
        .with("url", publication.url.absolute(""))
}

/// The dataset with the files in which it can be loaded.
pub(super) fn dataset(publication: &Publication) -> Node {
    let dataset = publication.dataset();
    let download = |(address, media_type): (&str, &str)| {
        Node::new("DataDownload")
            .with("contentUrl", publication.url.absolute(address))
            .with("encodingFormat", media_type)
            .into_value()
    };
    Node::new("Dataset")
        .with_id(dataset_id(publication))
        .with("name", one_line(&dataset.title))
        .with("description", description(publication))
        .with("url", publication.url.absolute(""))
        .with_known("license", license(publication))
        .with("creator", publisher(publication))
        .with("publisher", reference(publication.url.absolute("#publisher")))
        .with_known("dateModified", dataset.updated.as_ref().map(known_part))
        .with("version", publication.version.clone())
        .with_known("inLanguage", language(publication))
        .with("isAccessibleForFree", true)
        .with_each("keywords", labels(publication, Facet::Domain, KEYWORDS_MAX))
        .with_each("variableMeasured", labels(publication, Facet::Metric, usize::MAX))
        .with("distribution", DOWNLOADS.into_iter().map(download).collect::<Vec<_>>())
}

/// The page about the dataset.
pub(super) fn about_page(publication: &Publication, page: &Page) -> Node {
    web_page("AboutPage", publication, page).with("about", reference(dataset_id(publication)))
}

/// A page of which there is nothing more to say.
pub(super) fn plain_page(publication: &Publication, page: &Page) -> Node {
    web_page("WebPage", publication, page)
}

/// A page of one of the types of pages.
pub(super) fn web_page(kind: &str, publication: &Publication, page: &Page) -> Node {
    let crumbs = Some(crumbs_id(publication, page)).filter(|_| !page.address.is_empty());
    work(kind, publication, page).with_known("breadcrumb", crumbs.map(reference))
}

/// A page of any type of works.
pub(super) fn work(kind: &str, publication: &Publication, page: &Page) -> Node {
    let description = Some(one_line(&page.description)).filter(|text| !text.is_empty());
    Node::new(kind)
        .with_id(publication.url.absolute(&[&page.address, "#page"].concat()))
        .with("name", one_line(&page.title))
        .with("url", publication.url.absolute(&page.address))
        .with_known("description", description)
        .with_known("inLanguage", language(publication))
        .with_known("dateModified", page.updated.as_ref().map(known_part))
        .with("isPartOf", reference(site_id(publication)))
}

/// The language of the texts, where it is known.
pub(super) fn language(publication: &Publication) -> Option<String> {
    publication.dataset().language.as_deref().map(one_line)
}

/// The license of the data as an address, or else as a work that has only a name.
pub(super) fn license(publication: &Publication) -> Option<Value> {
    let license = publication.dataset().license.as_deref()?;
    let named = || Node::new("CreativeWork").with("name", one_line(license)).into_value();
    Some(license_url(license).map_or_else(named, |url| json!(url)))
}

/// What the dataset is known by.
pub(super) fn dataset_id(publication: &Publication) -> String {
    publication.url.absolute("#dataset")
}

/// What the way to a page is known by.
pub(super) fn crumbs_id(publication: &Publication, page: &Page) -> String {
    publication.url.absolute(&[&page.address, "#breadcrumbs"].concat())
}

fn site_id(publication: &Publication) -> String {
    publication.url.absolute("#site")
}

/// What the dataset says of itself, with what is in it where that is too short.
fn description(publication: &Publication) -> String {
    let dataset = publication.dataset();
    let own = one_line(&dataset.description);
    if DESCRIPTION_MIN_CHARS <= own.chars().count() {
        return cut(&own, DESCRIPTION_MAX_CHARS);
    }
    let orgs = counted(dataset.organizations.len(), "organization", "organizations");
    let projects = counted(dataset.projects.len(), "project", "projects");
    let content = format!("{orgs} and {projects}, each project with the sources behind it.");
    if own.is_empty() { content } else { format!("{own}: {content}") }
}

/// The known values of a facet that most projects have.
fn labels(publication: &Publication, facet: Facet, n_max: usize) -> Vec<Value> {
    let catalog = publication.catalog();
    let unknown = catalog.unknown(facet);
    let values = catalog.listed(facet).filter(|(idx, _)| Some(*idx) != unknown);
    let mut used: Vec<_> = values.map(|(_, value)| value).collect();
    used.sort_by_key(|value| std::cmp::Reverse(value.n_projects));
    used.into_iter().take(n_max).map(|value| json!(one_line(&value.label))).collect()
}
