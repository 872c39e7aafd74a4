//! Sitemap and its limits.

use roxmltree::{Document, Node};
use rustscape_cli::publish::{File, Page, sitemap};

use crate::publications::{SITE, paths, published, real, small, text};

/// XML namespace of sitemaps.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Returns the addresses in a sitemap or an index, with their dates.
#[track_caller]
fn entries(files: &[File], path: &str, root: &str) -> Vec<(String, Option<String>)> {
    let document = Document::parse(text(files, path)).unwrap();
    assert_eq!(document.root_element().tag_name(), (NAMESPACE, root).into());
    let child = |node: Node<'_, '_>, name: &str| {
        let found = node.children().find(|child| child.has_tag_name((NAMESPACE, name)));
        found.and_then(|child| child.text()).map(str::to_owned)
    };
    let elements = document.root_element().children().filter(Node::is_element);
    elements.map(|entry| (child(entry, "loc").unwrap(), child(entry, "lastmod"))).collect()
}

/// Returns `n_copies` of a page, with addresses that begin with `start`.
fn copies(page: &Page, n_copies: usize, start: &str) -> Vec<Page> {
    let copy = |number| Page { address: format!("{start}{number}/"), ..page.clone() };
    (0..n_copies).map(copy).collect()
}

#[test]
fn lists_every_page_with_its_date() {
    let (publication, pages) = real();
    let files = sitemap::files(publication, pages);
    assert_eq!(paths(&files), ["sitemap.xml"]);
    let expected: Vec<_> = pages
        .iter()
        .map(|page| {
            (format!("{SITE}{}", page.address), page.updated.as_ref().map(ToString::to_string))
        })
        .collect();
    assert_eq!(entries(&files, "sitemap.xml", "urlset"), expected);
}

#[test]
fn omits_dates_without_an_exact_day() {
    let (publication, pages) = small(|dataset| {
        dataset["organizations"][0]["projects"][0]["verified"] = "2026-02-30".into();
    });
    let entries = entries(&sitemap::files(&publication, &pages), "sitemap.xml", "urlset");
    let day = |address: &str| {
        let entry = entries.iter().find(|(url, _)| *url == format!("{SITE}{address}"));
        entry.unwrap().1.as_deref()
    };
    assert_eq!(day(""), Some("2026-05-01"));
    assert_eq!(day("org/acme/crane/"), Some("2026-02-28"));
    assert_eq!(day("org/acme/lock/"), None);
    assert_eq!(day("org/zeta/hoist/"), None);
}

#[test]
fn splits_more_than_fifty_thousand_pages() {
    let (publication, pages) = small(|_| {});
    let many = copies(&pages[0], 50_000, "p/");
    assert_eq!(paths(&sitemap::files(&publication, &many)), ["sitemap.xml"]);
    let more = copies(&pages[0], 50_001, "p/");
    let files = sitemap::files(&publication, &more);
    assert_eq!(paths(&files), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    let day = Some("2026-05-01".to_owned());
    let parts =
        ["sitemap-1.xml", "sitemap-2.xml"].map(|name| (format!("{SITE}{name}"), day.clone()));
    assert_eq!(entries(&files, "sitemap.xml", "sitemapindex"), parts);
    assert_eq!(entries(&files, "sitemap-1.xml", "urlset").len(), 50_000);
    let last = (format!("{SITE}p/50000/"), day);
    assert_eq!(entries(&files, "sitemap-2.xml", "urlset"), [last]);
}

#[test]
fn keeps_files_below_the_size_limit() {
    let (publication, pages) = small(|_| {});
    let long = "p".repeat(1_990);
    let many = copies(&pages[0], 26_000, &long);
    let files = sitemap::files(&publication, &many);
    assert_eq!(paths(&files), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    assert!(files.iter().all(|file| file.bytes.len() <= 50_000_000));
}

#[test]
fn escapes_xml() {
    let (publication, pages) = published(
        br#"{"schema_version": "1.0", "title": "A", "description": "A", "vocabulary": {}, "organizations": []}"#
            .to_vec(),
        "https://example.org/a&b'c/",
    );
    let files = sitemap::files(&publication, &pages);
    let entries = entries(&files, "sitemap.xml", "urlset");
    assert_eq!(entries[0].0, "https://example.org/a&b'c/");
}
