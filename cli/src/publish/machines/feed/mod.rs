//! Feeds, by which others follow the atlas: all of it, an organization, or a value of a facet; each
//! as Atom (RFC 4287) and as JSON Feed 1.1.
//!
//! There are two sorts of entries: the events that curators wrote, and one for each project, which
//! comes again when the project was verified anew. The id of an entry is the address of what it is
//! about with a fragment; it stays while the record keeps its id and the site its place.
//!
//! Days become moments at their beginning in UTC; of a month or a year, that of its first day. A
//! project of which it is not known when it was verified has the day of the dataset.

mod atom;
mod category;
mod content;
mod entry;
mod fragment;
mod json_feed;
mod timeline;

use rustscape::link::Route;

use self::timeline::Timeline;
use crate::publish::{AlternateLink, File, Page, Publication, project_set::ProjectSet};

/// The name of an Atom feed, beside the page that it belongs to.
const ATOM: &str = "feed.xml";

/// The name of a JSON feed, beside the page that it belongs to.
const JSON: &str = "feed.json";

/// The media type of Atom.
const ATOM_TYPE: &str = "application/atom+xml";

/// The media type of JSON Feed.
const JSON_TYPE: &str = "application/feed+json";

/// The feeds beside the pages, in the order of the pages: Atom, then JSON Feed, of the first page,
/// each organization and each value of a facet.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    let timeline = Timeline::new(publication);
    let mut files = Vec::new();
    for page in pages {
        let Some(section) = ProjectSet::of(publication, &page.route) else { continue };
        let feed = Feed {
            publication,
            title: section.title(publication),
            address: &page.address,
            entries: timeline.newest(section),
            updated: timeline.updated(section),
        };
        files.push(File::new([&page.address, ATOM].concat(), atom::document(&feed)));
        files.push(File::new([&page.address, JSON].concat(), json_feed::document(&feed)));
    }
    files
}

/// The feeds in which news of a page appear: its own, if it has some; that of its organization, for
/// a project; that of everything, for all others. Atom comes first.
pub fn alternates(publication: &Publication, route: &Route) -> Vec<AlternateLink> {
    let section = match route {
        Route::Project(project) => {
            ProjectSet::Organization(publication.dataset().project(*project).org)
        }
        route => ProjectSet::of(publication, route).unwrap_or(ProjectSet::Everything),
    };
    let (folder, title) = (section.address(publication), section.title(publication));
    let forms = [(ATOM, ATOM_TYPE, "Atom"), (JSON, JSON_TYPE, "JSON Feed")];
    forms
        .into_iter()
        .map(|(name, media_type, form)| AlternateLink {
            address: [&folder, name].concat(),
            media_type,
            title: format!("{title} ({form})"),
        })
        .collect()
}

/// A feed that is going to be written.
struct Feed<'p> {
    publication: &'p Publication,
    /// What it is called.
    title: String,
    /// The address below the site of the page that it belongs to.
    address: &'p str,
    /// Newest first.
    entries: Vec<&'p entry::Entry>,
    /// The moment of the newest entry.
    updated: &'p str,
}

impl Feed<'_> {
    /// The absolute address of the page that it belongs to.
    fn page(&self) -> String {
        self.publication.url.absolute(self.address)
    }

    /// The absolute address of one of its forms.
    fn form(&self, name: &str) -> String {
        self.publication.url.absolute(&[self.address, name].concat())
    }
}
