//! Feeds of the whole atlas, of each organization and of each facet value, in the formats Atom
//! (RFC 4287) and JSON Feed 1.1.
//!
//! A feed contains an entry for each event of the history, and one for each project. The entry of a
//! project gets a new time whenever the project is verified. The id of an entry is the URL of its
//! page with a fragment. It stays the same as long as the id of the record and the URL of the site.
//!
//! The time of an entry is the start of its day in UTC; months and years count from their first day.
//! A project without a day of verification has the day of the dataset.

mod atom;
mod category;
mod content;
mod entry;
mod fragment;
mod json_feed;
mod model;
mod subject;
mod timeline;

use rustscape::link::Route;

use self::{
    model::{ATOM_FILE, ATOM_TYPE, Feed, JSON_FILE, JSON_TYPE},
    timeline::EntryIndex,
};
use crate::publish::{AlternateLink, File, Page, Publication, project_set::ProjectSet};

/// Returns the feeds of the home page, each organization and each facet value, in the order of
/// `pages`. The Atom feed of a page precedes its JSON feed.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    let index = EntryIndex::new(publication);
    let mut files = Vec::new();
    for page in pages {
        let Some(section) = ProjectSet::of(publication, &page.route) else { continue };
        let feed = Feed {
            publication,
            title: section.title(publication),
            address: &page.address,
            entries: index.newest(section),
            updated: index.updated(section),
        };
        files.push(File::new([&page.address, ATOM_FILE].concat(), atom::document(&feed)));
        files.push(File::new([&page.address, JSON_FILE].concat(), json_feed::document(&feed)));
    }
    files
}

/// Returns the Atom and the JSON feed for the `<link rel="alternate">` elements of a page. A page
/// without feeds names those of its organization if it is a project, and those of the whole atlas
/// otherwise.
pub fn alternates(publication: &Publication, route: &Route) -> Vec<AlternateLink> {
    let section = match route {
        Route::Project(project) => {
            ProjectSet::Organization(publication.dataset().project(*project).org)
        }
        route => ProjectSet::of(publication, route).unwrap_or(ProjectSet::Everything),
    };
    let (folder, title) = (section.address(publication), section.title(publication));
    let formats = [(ATOM_FILE, ATOM_TYPE, "Atom"), (JSON_FILE, JSON_TYPE, "JSON Feed")];
    formats
        .into_iter()
        .map(|(name, media_type, format)| AlternateLink {
            address: [&folder, name].concat(),
            media_type,
            title: format!("{title} ({format})"),
        })
        .collect()
}
