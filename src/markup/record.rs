//! Pages of records, by route.

use maud::{Markup, html};

use super::{Site, about, changes, claims, directory, embed_project, organization, project};
use crate::{link::Route, search::Query};

/// Maximum number of entries in a frame, because every frame loads them.
const FRAME_ENTRIES_MAX: usize = 3;

/// Renders the page of a route other than a list. Empty for a list and for an unknown address.
/// `heading_id` is the id of the heading; `is_frame` selects the shorter content of a frame.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     dataset::read,
///     link::{Provenance, Route},
///     markup::{Site, record},
///     search::Index,
///     wording::NAMES,
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let (dataset, _) = read(file)?;
/// let index = Index::new(&dataset, &NAMES);
/// let site = Site {
///     dataset: &dataset,
///     catalog: index.catalog(),
///     base: "/",
///     origin: "",
///     provenance: &Provenance::Own,
///     is_published: false,
///     a_year_ago: None,
/// };
/// let html = record(site, &Route::About, "heading", false).into_string();
/// assert!(html.contains("About <bdi>Atlas</bdi>"));
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn record(site: Site<'_>, route: &Route, heading_id: &str, is_frame: bool) -> Markup {
    let everything = site.href(&Route::Explore(Query::default()));
    let list = (everything.as_str(), ALL);
    let n_max = if is_frame { FRAME_ENTRIES_MAX } else { usize::MAX };
    match route {
        Route::Organization(org) => sheet(organization(site, *org, heading_id, list)),
        Route::Project(idx) if is_frame => {
            let project = embed_project(site, *idx, heading_id);
            single_sheet(html! { div { (project) } })
        }
        Route::Project(idx) => sheet(project(site, *idx, heading_id, list)),
        Route::Claims(verdict) => single_sheet(claims(site, *verdict, heading_id, list, n_max)),
        Route::Changes => single_sheet(changes(site, heading_id, list, n_max)),
        Route::Directory => single_sheet(directory(site, heading_id, list)),
        Route::About => sheet(about(site, heading_id, list)),
        Route::Explore(_) | Route::NotFound { .. } => Markup::default(),
    }
}

/// Label of the link to the list of everything.
pub const ALL: &str = "All organizations";

fn sheet(content: Markup) -> Markup {
    html! { main.sheet { (content) } }
}

fn single_sheet(content: Markup) -> Markup {
    html! { main.sheet.single { (content) } }
}
