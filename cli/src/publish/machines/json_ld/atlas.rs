//! The site, the dataset and the pages in general.

use std::cmp::Reverse;

use rustscape::search::Facet;

use super::schema_org::{
    self, CreativeWork, DataDownload, EntryPoint, License, Organization, PageSubject, Reference,
    SearchAction, WebPage, WebSite,
};
use crate::{
    publish::{
        Page, Publication,
        day::known_part,
        license::license_url,
        text::{cut, one_line},
    },
    words::counted,
};

/// Smallest length of a description, in characters. Google rejects datasets outside of these limits.
const DESCRIPTION_MIN_CHARS: usize = 50;
/// Largest length of a description, in characters.
const DESCRIPTION_MAX_CHARS: usize = 5000;

/// Largest number of keywords of the dataset: the domains with most projects.
const KEYWORDS_MAX: usize = 10;

/// Downloads of the data: paths and media types.
const DOWNLOADS: [(&str, &str); 3] = [
    ("data/rustscape.json", "application/json"),
    ("api/v1/projects.csv", "text/csv"),
    ("api/v1/projects.ndjson", "application/x-ndjson"),
];

/// Returns the site as described on most pages.
pub(super) fn site(publication: &Publication) -> WebSite {
    WebSite {
        id: site_id(publication),
        name: one_line(&publication.dataset().title),
        url: publication.url.absolute(""),
        in_language: language(publication),
        description: None,
        publisher: None,
        potential_action: None,
    }
}

/// Returns the site as described on the home page, with its publisher and search action.
pub(super) fn searchable_site(publication: &Publication) -> WebSite {
    let url_template = [&publication.url.absolute(""), "?q={search_term_string}"].concat();
    WebSite {
        description: Some(description(publication)),
        publisher: Some(publisher(publication)),
        potential_action: Some(SearchAction {
            target: EntryPoint { url_template },
            query_input: "required name=search_term_string",
        }),
        ..site(publication)
    }
}

/// Returns the publisher. It is named after the atlas, because a dataset names no other one.
pub(super) fn publisher(publication: &Publication) -> Organization {
    Organization {
        id: Some(publisher_id(publication).id),
        name: one_line(&publication.dataset().title),
        url: Some(publication.url.absolute("")),
        ..Organization::default()
    }
}

/// Returns a reference to the publisher.
pub(super) fn publisher_id(publication: &Publication) -> Reference {
    Reference { id: publication.url.absolute("#publisher") }
}

/// Returns the dataset with its downloads.
pub(super) fn dataset(publication: &Publication) -> schema_org::Dataset {
    let dataset = publication.dataset();
    let distribution = DOWNLOADS.map(|(address, media_type)| DataDownload {
        content_url: publication.url.absolute(address),
        encoding_format: media_type,
    });
    schema_org::Dataset {
        id: dataset_id(publication).id,
        name: one_line(&dataset.title),
        description: description(publication),
        url: publication.url.absolute(""),
        license: license(publication),
        creator: publisher(publication),
        publisher: publisher_id(publication),
        date_modified: dataset.updated.as_ref().map(known_part),
        version: publication.version.clone(),
        in_language: language(publication),
        is_accessible_for_free: true,
        keywords: labels(publication, Facet::Domain, KEYWORDS_MAX),
        variable_measured: labels(publication, Facet::Metric, usize::MAX),
        distribution: distribution.into(),
    }
}

/// Returns the page about the dataset.
pub(super) fn about_page(publication: &Publication, page: &Page) -> WebPage {
    let about = Some(PageSubject::Reference(dataset_id(publication)));
    WebPage { about, ..web_page("AboutPage", publication, page) }
}

/// Returns a page. `kind` is `WebPage` or one of its subtypes.
pub(super) fn web_page(kind: &'static str, publication: &Publication, page: &Page) -> WebPage {
    let crumbs = Some(crumbs_id(publication, page)).filter(|_| !page.address.is_empty());
    WebPage {
        page: page_properties(kind, publication, page),
        breadcrumb: crumbs.map(|id| Reference { id }),
        main_entity: None,
        about: None,
    }
}

/// Returns the properties that pages of any type have.
pub(super) fn page_properties(
    kind: &'static str,
    publication: &Publication,
    page: &Page,
) -> schema_org::PageProperties {
    schema_org::PageProperties {
        kind,
        id: publication.url.absolute(&[&page.address, "#page"].concat()),
        name: one_line(&page.title),
        url: publication.url.absolute(&page.address),
        description: Some(one_line(&page.description)).filter(|text| !text.is_empty()),
        in_language: language(publication),
        date_modified: page.updated.as_ref().map(known_part),
        is_part_of: Reference { id: site_id(publication) },
    }
}

/// Returns the language of the texts, if known.
pub(super) fn language(publication: &Publication) -> Option<String> {
    publication.dataset().language.as_deref().map(one_line)
}

/// Returns the license of the data.
pub(super) fn license(publication: &Publication) -> Option<License> {
    let license = publication.dataset().license.as_deref()?;
    let named = || CreativeWork { name: one_line(license), ..CreativeWork::default() };
    let address = license_url(license);
    Some(address.map_or_else(|| License::Work(named()), |url| License::Address(url.to_owned())))
}

/// Returns a reference to the dataset.
pub(super) fn dataset_id(publication: &Publication) -> Reference {
    Reference { id: publication.url.absolute("#dataset") }
}

/// Returns the `@id` of the breadcrumbs of a page.
pub(super) fn crumbs_id(publication: &Publication, page: &Page) -> String {
    publication.url.absolute(&[&page.address, "#breadcrumbs"].concat())
}

fn site_id(publication: &Publication) -> String {
    publication.url.absolute("#site")
}

/// Returns the description of the dataset. Appends the counts of its records if it is too short.
fn description(publication: &Publication) -> String {
    let dataset = publication.dataset();
    let own = one_line(&dataset.description);
    if own.chars().count() >= DESCRIPTION_MIN_CHARS {
        return cut(&own, DESCRIPTION_MAX_CHARS);
    }
    let orgs = counted(dataset.organizations.len(), "organization", "organizations");
    let projects = counted(dataset.projects.len(), "project", "projects");
    let content = format!("{orgs} and {projects}, each project with the sources behind it.");
    if own.is_empty() { content } else { format!("{own}: {content}") }
}

/// Returns the labels of the `n_max` facet values with most projects, without "unknown".
fn labels(publication: &Publication, facet: Facet, n_max: usize) -> Vec<String> {
    let catalog = publication.catalog();
    let unknown = catalog.unknown(facet);
    let values = catalog.listed(facet).filter(|(idx, _)| Some(*idx) != unknown);
    let mut by_count: Vec<_> = values.map(|(_, value)| value).collect();
    by_count.sort_by_key(|value| Reverse(value.n_projects));
    by_count.into_iter().take(n_max).map(|value| one_line(&value.label)).collect()
}
