//! The site, the dataset, and pages about them.

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

/// The site with how to search in it.
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

/// Who publishes: the atlas itself, the only name that a dataset has.
pub(super) fn publisher(publication: &Publication) -> Organization {
    Organization {
        id: Some(publisher_id(publication).id),
        name: one_line(&publication.dataset().title),
        url: Some(publication.url.absolute("")),
        ..Organization::default()
    }
}

/// Reference to the publisher.
pub(super) fn publisher_id(publication: &Publication) -> Reference {
    Reference { id: publication.url.absolute("#publisher") }
}

/// The dataset with the files in which it can be loaded.
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

/// The page about the dataset.
pub(super) fn about_page(publication: &Publication, page: &Page) -> WebPage {
    let about = Some(PageSubject::Reference(dataset_id(publication)));
    WebPage { about, ..web_page("AboutPage", publication, page) }
}

/// A page of one of the types of pages, `WebPage` if there is nothing more to say.
pub(super) fn web_page(kind: &'static str, publication: &Publication, page: &Page) -> WebPage {
    let crumbs = Some(crumbs_id(publication, page)).filter(|_| !page.address.is_empty());
    WebPage {
        page: work(kind, publication, page),
        breadcrumb: crumbs.map(|id| Reference { id }),
        main_entity: None,
        about: None,
    }
}

/// A page of any type of works.
pub(super) fn work(kind: &'static str, publication: &Publication, page: &Page) -> schema_org::Page {
    schema_org::Page {
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

/// The language of the texts, where it is known.
pub(super) fn language(publication: &Publication) -> Option<String> {
    publication.dataset().language.as_deref().map(one_line)
}

/// The license of the data.
pub(super) fn license(publication: &Publication) -> Option<License> {
    let license = publication.dataset().license.as_deref()?;
    let named = || CreativeWork { name: one_line(license), ..CreativeWork::default() };
    let address = license_url(license);
    Some(address.map_or_else(|| License::Work(named()), |url| License::Address(url.to_owned())))
}

/// Reference to the dataset.
pub(super) fn dataset_id(publication: &Publication) -> Reference {
    Reference { id: publication.url.absolute("#dataset") }
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
fn labels(publication: &Publication, facet: Facet, n_max: usize) -> Vec<String> {
    let catalog = publication.catalog();
    let unknown = catalog.unknown(facet);
    let values = catalog.listed(facet).filter(|(idx, _)| Some(*idx) != unknown);
    let mut used: Vec<_> = values.map(|(_, value)| value).collect();
    used.sort_by_key(|value| std::cmp::Reverse(value.n_projects));
    used.into_iter().take(n_max).map(|value| one_line(&value.label)).collect()
}
