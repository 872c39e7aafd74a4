//! `llms.txt`: summary of the site for language models, as proposed by llmstxt.org.

use rustscape::{
    dataset::{Dataset, OrgIdx, ProjectIdx},
    link::{Route, value_address},
    search::Facet,
    wording::facet_title,
};

use crate::{
    publish::{File, Publication, license::license_url, project_set::ProjectSet, text::one_line},
    words::counted,
};

/// Maximum number of organizations, and of values of a facet, in the file: those with the most
/// projects. The file is meant to be read as a whole, and the sitemap lists the rest.
const LISTED_MAX: usize = 20;

/// Characters with a meaning in Markdown at any position.
const ESCAPED: &str = "\\`*[]<>&";

/// Facets whose values are listed: those that readers use most.
const LISTED_FACETS: [Facet; 3] = [Facet::Replaces, Facet::Domain, Facet::Industry];

/// Data files: address, title and note.
const FILES: [(&str, &str, &str); 9] = [
    ("data/rustscape.json", "The whole dataset as JSON", "the source of everything here"),
    ("data/versions.json", "Versions of the dataset", "what it was on earlier days"),
    ("data/schema/v1.json", "JSON Schema of the dataset", "what its fields mean"),
    ("api/v1/index.json", "The data service", "every part of the dataset as a file of its own"),
    ("api/v1/openapi.json", "OpenAPI description of the data service", "its addresses and forms"),
    ("api/v1/projects.csv", "Projects as CSV", "one project a line"),
    (
        "api/v1/projects.ndjson",
        "Projects as NDJSON",
        "one JSON object a line, with sources and outcomes",
    ),
    ("feed.xml", "News as Atom", "what was added, changed or verified last"),
    ("sitemap.xml", "Sitemap", "every page with the day of its last change"),
];

/// Returns `llms.txt`.
pub fn file(publication: &Publication) -> File {
    let mut text = introduction(publication);
    text.push_str("\n## Data\n\n");
    for (address, title, note) in FILES {
        link(&mut text, publication, address, title, note);
    }
    text.push_str("\n## Pages\n\n");
    for (address, title, note) in pages(publication.dataset()) {
        link(&mut text, publication, &publication.address(&address), title, note);
    }
    organizations(&mut text, publication);
    let is_refinable = |facet: &Facet| publication.catalog().is_refinable(*facet);
    for facet in LISTED_FACETS.into_iter().filter(is_refinable) {
        values(&mut text, publication, facet);
    }
    File::new("llms.txt", text)
}

fn introduction(publication: &Publication) -> String {
    let dataset = publication.dataset();
    let (n_orgs, n_projects) = (dataset.organizations.len(), dataset.projects.len());
    let n_sources = dataset.projects.iter().map(|project| project.sources.len()).sum();
    let orgs = counted(n_orgs, "organization", "organizations");
    let projects = counted(n_projects, "project", "projects");
    let sources = counted(n_sources, "source", "sources");
    let day = dataset.updated.as_ref().map(|day| format!(", as of {day}")).unwrap_or_default();
    format!(
        "# {}\n\n> {}\n\n\
         It has {orgs}, {projects} and {sources}{day}. Every project names the sources on which it rests and how well it \
         is supported. What is unknown is said to be unknown (`null` in the data), never guessed; what ended stays, with its \
         end.\n\n\
         How to cite: name “{}” with the address of the page, such as {}, and the day. Where a figure matters, cite the \
         source that the project names for it as well.{}\n",
        shown(&dataset.title),
        shown(&dataset.description),
        shown(&dataset.title),
        example(publication),
        license(dataset),
    )
}

/// Returns the address of a page as an example for citations: that of the first project, if any.
fn example(publication: &Publication) -> String {
    let first = publication.dataset().projects.first();
    let route = first.map_or_else(Route::home, |_| Route::Project(ProjectIdx(0)));
    publication.absolute(&route)
}

fn license(dataset: &Dataset) -> String {
    let Some(license) = &dataset.license else { return String::new() };
    match license_url(license) {
        None => format!(" The license of the data is {}.", shown(license)),
        Some(url) => format!(" The license of the data is [{}]({url}).", shown(license)),
    }
}

/// Returns the pages about the whole atlas.
fn pages(dataset: &Dataset) -> Vec<(Route, &'static str, &'static str)> {
    let mut pages = vec![
        (Route::home(), "All projects", "searched and refined by facets"),
        (Route::Directory, "All organizations", "from A to Z, with their projects"),
        (Route::About, "About", "how it is made, and how to use it"),
    ];
    if dataset.claims().next().is_some() {
        pages.push((
            Route::Claims(None),
            "Claims, checked",
            "what was said, beside what the sources say",
        ));
    }
    if !dataset.events.is_empty() {
        pages.push((Route::Changes, "What changed", "additions and corrections, newest first"));
    }
    pages
}

/// Appends the organizations with the most projects.
fn organizations(text: &mut String, publication: &Publication) {
    let dataset = publication.dataset();
    let mut orgs: Vec<OrgIdx> = (0..).map(OrgIdx).take(dataset.organizations.len()).collect();
    orgs.sort_by_key(|org| std::cmp::Reverse(dataset.org(*org).n_projects));
    heading(text, "Organizations with the most projects", orgs.len());
    for org in orgs.into_iter().take(LISTED_MAX) {
        let address = publication.address(&Route::Organization(org));
        let project_set = ProjectSet::Organization(org);
        link(
            text,
            publication,
            &address,
            &dataset.org(org).name,
            &n_projects(publication, project_set),
        );
    }
}

/// Appends the known values of a facet with the most projects.
fn values(text: &mut String, publication: &Publication, facet: Facet) {
    let catalog = publication.catalog();
    let unknown = catalog.unknown(facet);
    let values = catalog.listed(facet).filter(|(idx, _)| Some(*idx) != unknown);
    let mut used: Vec<_> = values.map(|(_, value)| value).collect();
    used.sort_by_key(|value| std::cmp::Reverse(value.n_projects));
    heading(text, facet_title(facet), used.len());
    for value in used.into_iter().take(LISTED_MAX) {
        let n_projects = usize::try_from(value.n_projects).unwrap_or(usize::MAX);
        let note = counted(n_projects, "project", "projects");
        link(text, publication, &value_address(facet, &value.id), &value.label, &note);
    }
}

fn n_projects(publication: &Publication, project_set: ProjectSet) -> String {
    let n_projects = usize::try_from(project_set.n_projects(publication)).unwrap_or(usize::MAX);
    counted(n_projects, "project", "projects")
}

fn heading(text: &mut String, title: &str, n_links: usize) {
    if n_links > 0 {
        text.extend(["\n## ", title, "\n\n"]);
    }
}

fn link(text: &mut String, publication: &Publication, address: &str, title: &str, note: &str) {
    let address = publication.url.absolute(address);
    text.extend(["- [", &shown(title), "](", &address, "): ", note, "\n"]);
}

/// Returns a text of the dataset on one line, escaped for Markdown.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for char in one_line(text).chars() {
        if ESCAPED.contains(char) {
            shown.push('\\');
        }
        shown.push(char);
    }
    shown
}
