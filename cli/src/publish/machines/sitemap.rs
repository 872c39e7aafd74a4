//! Sitemap: every page with the day of its last change.

use jiff::civil;
use maud::html;
use rustscape::dataset::Date;

use crate::publish::{File, Page, Publication, day::exact_day, xml::DECLARATION};

/// Name of the sitemap, and start of the names of its parts.
const NAME: &str = "sitemap";

/// Maximum number of pages in one file, from sitemaps.org.
const URLS_MAX: usize = 50_000;

/// Maximum size of one file in bytes: the limit of search engines, which is below that of
/// sitemaps.org.
const BYTES_MAX: usize = 50_000_000;

/// Number of bytes reserved for the root element and the declaration.
const FRAME_BYTES: usize = 1000;

/// XML namespace of all elements.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Returns `sitemap.xml` with every page in order.
///
/// If the pages exceed the limits of one file, `sitemap.xml` is an index of `sitemap-1.xml`,
/// `sitemap-2.xml` and so on, which contain the pages. Pages without an exact day of their last
/// change have no date.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    let parts = parts(publication, pages);
    if let [only] = parts.as_slice() {
        return vec![File::new(format!("{NAME}.xml"), only.document())];
    }
    let name = |at: usize| format!("{NAME}-{}.xml", at + 1);
    let addresses = (0..parts.len()).map(|at| publication.url.absolute(&name(at)));
    let entries =
        addresses.zip(&parts).map(|(address, part)| entry("sitemap", &address, part.updated));
    let index = document("sitemapindex", &entries.collect::<String>());
    let mut files = vec![File::new(format!("{NAME}.xml"), index)];
    let documents = parts.iter().enumerate();
    files.extend(documents.map(|(at, part)| File::new(name(at), part.document())));
    files
}

/// Entries of one file.
#[derive(Default)]
struct Part {
    n_urls: usize,
    entries: String,
    updated: Option<civil::Date>,
}

impl Part {
    fn has_room_for(&self, entry: &str) -> bool {
        self.n_urls < URLS_MAX && self.entries.len() + entry.len() + FRAME_BYTES <= BYTES_MAX
    }

    fn document(&self) -> String {
        document("urlset", &self.entries)
    }
}

/// Splits the pages into files. Without pages, there is one empty file.
fn parts(publication: &Publication, pages: &[Page]) -> Vec<Part> {
    let mut full = Vec::new();
    let mut part = Part::default();
    for page in pages {
        let updated = page.updated.as_ref().and_then(|date: &Date| exact_day(date));
        let entry = entry("url", &publication.url.absolute(&page.address), updated);
        if !part.has_room_for(&entry) {
            full.push(std::mem::take(&mut part));
        }
        part.n_urls += 1;
        part.entries.push_str(&entry);
        part.updated = part.updated.max(updated);
    }
    full.push(part);
    full
}

fn entry(element: &str, address: &str, updated: Option<civil::Date>) -> String {
    let inner = html! {
        loc { (address) }
        @if let Some(updated) = updated { lastmod { (updated) } }
    };
    ["<", element, ">", &inner.into_string(), "</", element, ">\n"].concat()
}

fn document(element: &str, entries: &str) -> String {
    let frame = [DECLARATION.0, "<", element, " xmlns=\"", NAMESPACE, "\">\n"].concat();
    [&frame, entries, "</", element, ">\n"].concat()
}
