//! Content of a feed, independent of its format.

use super::entry::FeedEntry;
use crate::publish::Publication;

/// File name of an Atom feed in the folder of its page.
pub(super) const ATOM_FILE: &str = "feed.xml";

/// File name of a JSON feed in the folder of its page.
pub(super) const JSON_FILE: &str = "feed.json";

/// Media type of Atom.
pub(super) const ATOM_TYPE: &str = "application/atom+xml";

/// Media type of JSON Feed.
pub(super) const JSON_TYPE: &str = "application/feed+json";

/// Content of a feed.
pub(super) struct Feed<'p> {
    /// Publication that the feed belongs to.
    pub(super) publication: &'p Publication,
    /// Title of the feed.
    pub(super) title: String,
    /// Path of the page of the feed, relative to the site.
    pub(super) address: &'p str,
    /// Entries, newest first.
    pub(super) entries: Vec<&'p FeedEntry>,
    /// Time of the newest entry, in the format of RFC 3339.
    pub(super) updated: &'p str,
}

impl Feed<'_> {
    /// Returns the absolute URL of the page of the feed.
    pub(super) fn page_url(&self) -> String {
        self.publication.url.absolute(self.address)
    }

    /// Returns the absolute URL of the feed file with this name.
    pub(super) fn file_url(&self, name: &str) -> String {
        self.publication.url.absolute(&[self.address, name].concat())
    }
}
