use maud::{Markup, html};

use super::{Site, about, changes, claims, directory, embed_project, organization, project};
use crate::{link::Route, search::Query};

/// Maximum number of entries in a frame: enough to show their kind, and each costs every frame bytes.
const FRAME_ENTRIES_MAX: usize = 3;

/// Returns the page of a record, of claims, changes or names, or about the atlas. Empty for a list
/// and for an address of nothing.
pub fn record(site: Site<'_>, route: &Route, heading_id: &str, is_frame: bool) -> Markup {
    let everything = site.href(&Route::Explore(Query::default()));
    let list = (everything.as_str(), ALL);
    let n_max = if is_frame { FRAME_ENTRIES_MAX } else { usize::MAX };
    match route {
        Route::Organization(org) => sheet(organization(site, *org, heading_id, list)),
        Route::Project(idx) if is_frame => {
            let slice = embed_project(site, *idx, heading_id);
            single_sheet(html! { div { (slice) } })
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
