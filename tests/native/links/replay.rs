//! Links that were published must work forever.

use std::collections::HashSet;

use rustscape::dataset::Dataset;
use rustscape::link::{NOTICES_MAX, Notice, ParsedLink, Route, address, read};
use rustscape::search::{Catalog, Query};

use crate::atlas;

/// One link per line: `link => canonical [| notice; notice]`.
const LINKS: &str = include_str!("../../fixtures/links.txt");

#[test]
fn every_published_link_still_works() {
    let (dataset, index) = atlas::published();
    let mut n_links = 0;
    for line in LINKS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (asked, expected) = line.split_once(" => ").expect(line);
        let link = read(asked, dataset, index.catalog());
        assert_eq!(shown(&link, dataset, index.catalog()), expected, "{asked}");
        check_canonical(&link.route, dataset, index.catalog());
        n_links += 1;
    }
    assert!(100 < n_links, "{n_links}");
}

/// Checks that the canonical address reads back without a notice, also with a leading slash and below
/// `embed/`.
fn check_canonical(route: &Route, dataset: &Dataset, catalog: &Catalog) {
    let address = address(route, dataset, catalog);
    for prefix in ["", "/", "embed/", "/embed/"] {
        let again = read(&format!("{prefix}{address}"), dataset, catalog);
        assert_eq!((&again.route, again.notices.as_slice()), (route, &[][..]), "{address}");
        assert_eq!(again.is_embed, prefix.contains("embed"), "{address}");
    }
}

#[test]
fn published_links_are_unique() {
    let mut seen = HashSet::new();
    for line in LINKS.lines().filter(|line| line.contains(" => ")) {
        assert!(seen.insert(line.split(" => ").next()), "{line}");
    }
}

/// Formats a link as in the fixture.
fn shown(link: &ParsedLink, dataset: &Dataset, catalog: &Catalog) -> String {
    let mut remarks: Vec<_> = link.is_embed.then(|| "embed".to_owned()).into_iter().collect();
    if let Route::NotFound { suggestion, .. } = &link.route {
        let near = suggestion.as_deref().map(|route| address(route, dataset, catalog));
        remarks.push(near.map_or("no page".to_owned(), |near| format!("no page, near /{near}")));
    }
    remarks.extend(link.notices.iter().map(|notice| shown_notice(notice, catalog)));
    let address = address(&link.route, dataset, catalog);
    let separator = if remarks.is_empty() { "" } else { " | " };
    format!("/{address}{separator}{}", remarks.join("; "))
}

fn shown_notice(notice: &Notice, catalog: &Catalog) -> String {
    match notice {
        Notice::UnknownKey { key, value } => format!("unknown key {key}={value}"),
        Notice::UnknownValue { facet, value, suggestion, .. } => {
            let near = suggestion.map(|value| catalog.value(*facet, value).id.as_str());
            let near = near.map(|id| format!(", near {id}")).unwrap_or_default();
            format!("unknown value {}={value}{near}", facet.key())
        }
        Notice::NoValue { facet } => format!("no value of {}", facet.key()),
        Notice::UnknownYears { value } => format!("unknown years {value}"),
        Notice::UnknownSort { value } => format!("unknown sort {value}"),
        Notice::UnknownProject { id } => format!("unknown project {id}"),
        Notice::UnknownVersion { value } => format!("unknown version {value}"),
        Notice::TextCut => "text cut".to_owned(),
        Notice::More(n) => format!("{n} more"),
    }
}

#[test]
fn reports_the_first_mistakes_and_counts_the_others() {
    let (dataset, index) = atlas::published();
    let asked = format!("?domain={}", ["nonesuch"; 10].join(","));
    let notices = read(&asked, dataset, index.catalog()).notices;
    assert_eq!(notices.len(), NOTICES_MAX + 1);
    assert_eq!(notices.last(), Some(&Notice::More(10 - NOTICES_MAX)));
}

#[test]
fn a_cut_text_never_becomes_a_qualifier() {
    let (dataset, index) = atlas::published();
    let word = "x".repeat(190);
    let link = read(&format!("?q={word}+sort:namesake"), dataset, index.catalog());
    assert_eq!(link.notices, [Notice::TextCut]);
    assert_eq!(link.route, Route::Explore(Query::default().with_text(&word)));
}

#[test]
fn reads_only_the_beginning_of_a_huge_link() {
    let (dataset, index) = atlas::published();
    let cases = [
        ("?org=x", ",x"),
        ("?org=cloudflare", ",cloudflare"),
        ("?pick=cloudflare/pingora", ",cloudflare/pingora"),
        ("?a", "&a"),
        ("?utm_a", "&utm_a"),
        ("?domain=proxy", "&domain=proxy"),
    ];
    for (start, repeated) in cases {
        let asked = format!("{start}{}", repeated.repeat(20_000));
        let notices = read(&asked, dataset, index.catalog()).notices;
        let n_unread = match notices.last() {
            Some(Notice::More(n)) => *n,
            _ => 0,
        };
        assert!(18_000 < n_unread, "{start}: {n_unread}");
    }
    for (start, repeated) in [("?q=", "word "), ("?q=", "domain:x "), ("?q=", "x"), ("?q=", ":")] {
        let asked = format!("{start}{}", repeated.repeat(20_000));
        let notices = read(&asked, dataset, index.catalog()).notices;
        assert!(notices.contains(&Notice::TextCut) || NOTICES_MAX < notices.len(), "{repeated}");
    }
}
