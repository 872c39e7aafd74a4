//! Notices, counts and built-in labels.

use rustscape::link::{Notice, NoticeOrigin};
use rustscape::search::{Facet, Polarity, SortBy};
use rustscape::wording::{
    counted, facet_title, grouped, notice_text, problem_count, sort_label, summarize_names,
    unknown_beside, unknown_label, with_ltr_marks,
};

use crate::atlas;

#[test]
fn a_notice_names_the_unusable_part_and_its_effect() {
    let (_, index) = atlas::published();
    let check = |notice: Notice, expected: &str| {
        assert_eq!(notice_text(&notice, index.catalog()), expected);
    };
    let unknown = |facet: Facet, value: &str| Notice::UnknownValue {
        origin: NoticeOrigin::Link,
        polarity: Polarity::Include,
        facet,
        value: value.to_owned(),
        suggestion: index.catalog().suggest(facet, value),
    };
    check(
        unknown(Facet::Domain, "blokchain"),
        "The link contains “domain=blokchain”, which this dataset does not have. Did you mean \
         Blockchain?",
    );
    check(
        unknown(Facet::Replaces, "cobol"),
        "The link contains “replaces=cobol”, which this dataset does not have.",
    );
    let key = |key: &str, value: &str| Notice::UnknownKey { key: key.into(), value: value.into() };
    check(key("foo", "bar"), "The link contains “foo=bar”, which this site does not support.");
    check(key("foo", ""), "The link contains “foo”, which this site does not support.");
    check(
        Notice::UnknownYears { value: "soon".into() },
        "“since=soon” was ignored. Write one range of years, like 2018..2022.",
    );
    check(
        Notice::UnknownSort { value: "best".into() },
        "Unknown sort order “best”; the default order is used.",
    );
    check(
        Notice::UnknownProject { id: "acme/x".into() },
        "The selection contains “acme/x”, which this dataset does not have.",
    );
    check(
        Notice::UnknownVersion { value: "2020-01-01".into() },
        "The link asks for the data of 2020-01-01, which this site does not keep. You see the current data.",
    );
    check(Notice::TextCut, "Only the first 200 characters of the search text were used.");
    check(Notice::More(1), "1 more part of the link could not be used.");
    check(Notice::More(30_000), "30,000 more parts of the link could not be used.");
}

#[test]
fn cuts_and_cleans_quoted_parts_of_a_link() {
    let (_, index) = atlas::published();
    let check = |id: &str, expected: &str| {
        let text = notice_text(&Notice::UnknownProject { id: id.to_owned() }, index.catalog());
        assert!(text.contains(expected), "{text}");
    };
    check(&"x".repeat(60), &format!("“{}”", "x".repeat(60)));
    check(&"é".repeat(61), &format!("“{}…”", "é".repeat(60)));
    check("a\u{0}b\nc\u{7}", "“abc”");
    check("", "“”");
}

#[test]
fn counts_have_commas_and_the_right_noun() {
    let check = |n: u32, expected: &str| {
        let (n, noun) = counted(n, "project", "projects");
        assert_eq!(format!("{n} {noun}"), expected);
    };
    check(0, "0 projects");
    check(1, "1 project");
    check(2, "2 projects");
    check(999, "999 projects");
    check(1_000, "1,000 projects");
    check(1_234_567, "1,234,567 projects");
    check(u32::MAX, "4,294,967,295 projects");
    assert_eq!(problem_count(1), "1 record was left out");
    assert_eq!(problem_count(2), "2 records were left out");
}

#[test]
fn countries_have_the_names_of_the_dataset() {
    let (dataset, _) = atlas::published();
    assert_eq!(dataset.country_label("US"), "United States");
    assert_eq!(dataset.country_label("ZZ"), "ZZ");
    for code in dataset.organizations.iter().filter_map(|org| org.country.as_deref()) {
        assert_ne!(dataset.country_label(code), code);
    }
}

#[test]
fn facets_and_orders_have_unique_names() {
    let titles = Facet::ALL.map(facet_title);
    let orders = SortBy::ALL.map(sort_label);
    for (at, title) in titles.iter().enumerate() {
        assert!(!titles[..at].contains(title), "{title}");
        assert!(!unknown_label(Facet::ALL[at]).is_empty());
    }
    for (at, order) in orders.iter().enumerate() {
        assert!(!orders[..at].contains(order), "{order}");
    }
}

#[test]
fn summarizes_a_list_by_its_first_names() {
    let check = |names: &[&str], expected: &str| assert_eq!(summarize_names(names), expected);
    check(&[], "");
    check(&["A"], "A");
    check(&["A", "B"], "A and B");
    check(&["A", "B", "C"], "A, B and C");
    check(&["A", "B", "C", "D"], "A, B, C and 1 more");
    check(&["A", "B", "C", "D", "E"], "A, B, C and 2 more");
}

#[test]
fn every_count_has_commas_between_thousands() {
    assert_eq!(grouped(999), "999");
    assert_eq!(grouped(1_153), "1,153");
    assert_eq!(grouped(1_234_567), "1,234,567");
    assert_eq!(summarize_names(&vec!["A"; 1_239]), "A, A, A and 1,236 more");
}

#[test]
fn an_unknown_value_names_its_facet() {
    assert_eq!(unknown_beside(Facet::Status, false), "status unknown");
    assert_eq!(unknown_beside(Facet::Industry, true), "Industry unknown");
}

#[test]
fn adds_left_to_right_marks_after_signs_in_right_to_left_text() {
    let check = |text: &str, expected: &str| assert_eq!(with_ltr_marks(text), expected);
    check("הוחלף C++ ב־2020", "הוחלף C++\u{200e} ב־2020");
    check("C++ أو C#", "C++\u{200e} أو C#\u{200e}");
    check("C++C# و", "C++\u{200e}C#\u{200e} و");
    check("מנוע + ++ #1", "מנוע + ++ #1");
    check("C++ and C#", "C++ and C#");
    check("", "");
}
