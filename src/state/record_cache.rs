//! Pages of records that the reader has opened.

/// Maximum number of kept pages: about a megabyte of text.
const PAGES_MAX: usize = 40;

/// Pages of records by their addresses, and the last failure to load one.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordCache {
    /// Address and HTML of each page, the oldest first.
    pages: Vec<(String, String)>,
    /// Address and reason of the last page that failed to load.
    pub(super) failure: Option<(String, String)>,
}

impl RecordCache {
    /// Creates a cache with one page.
    pub(super) fn with_page(address: String, html: String) -> Self {
        Self { pages: vec![(address, html)], failure: None }
    }

    /// Returns the HTML of the page at an address.
    pub(super) fn find(&self, address: &str) -> Option<&str> {
        let page = self.pages.iter().find(|(page_address, _)| page_address == address);
        page.map(|(_, html)| html.as_str())
    }

    /// Adds a page. Drops the oldest one if the cache is full.
    pub(super) fn add(&mut self, address: String, html: String) {
        if self.pages.len() >= PAGES_MAX {
            self.pages.remove(0);
        }
        self.pages.push((address, html));
    }
}
