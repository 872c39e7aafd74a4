//! Reads `+` in addresses: a space as forms write it, or a sign as people type it.

use proptest::collection::vec;
use proptest::sample::select;
use rustscape::link::{Notice, Route, address, read};
use rustscape::search::Query;

use super::properties::{check, equal};
use crate::atlas;

/// Words as readers type them, some with signs.
const WORDS: [&str; 12] =
    ["memory", "c", "c++", "C++", "+", "++", "a+", "+1", "g++", "é", "平台", "c#"];

#[test]
fn keeps_the_plus_signs_of_a_name() {
    let (dataset, index) = atlas::published();
    let cases = [
        ("?replaces=c++", "replaces/cpp/"),
        ("?replaces=C++", "replaces/cpp/"),
        ("?replaces=-c++", "?replaces=-cpp"),
        ("?replaces=c++,java", "?replaces=cpp,java"),
        ("?replaces=java,c++&sort=name", "?replaces=cpp,java&sort=name"),
        ("?replaces=c++%2Cjava", "?replaces=cpp,java"),
        ("replaces/c++/", "replaces/cpp/"),
        ("?q=c++", "?q=c%2B%2B"),
        ("?q=c++&sort=name", "?q=c%2B%2B&sort=name"),
        ("?q=c+++proxy", "?q=c%2B%2B+proxy"),
        ("?q=c++%20proxy", "?q=c%2B%2B+proxy"),
        ("?q=c++ proxy", "?q=c%2B%2B+proxy"),
        ("?q=proxy+c++", "?q=proxy+c%2B%2B"),
        ("?q=notepad++", "?q=notepad%2B%2B"),
        ("?q=c++11", "?q=c%2B%2B11"),
        ("?q=c++builder", "?q=c%2B%2Bbuilder"),
        ("?q=c/c++/rust", "?q=c/c%2B%2B/rust"),
        ("?q=(c++)", "?q=(c%2B%2B)"),
        ("?q=replaces:c++", "replaces/cpp/"),
        ("?q=-replaces:c++", "?replaces=-cpp"),
        ("?q=replaces:c+++proxy", "replaces/cpp/?q=proxy"),
        ("?q=replaces:c++,java", "?replaces=cpp,java"),
        ("?q=replaces:\"c++\"", "replaces/cpp/"),
        ("?q=%22c%22++x", "?q=%22c%22+x"),
        // As forms and the writer of addresses encode it.
        ("?q=memory+safety", "?q=memory+safety"),
        ("?q=memory++safety", "?q=memory+safety"),
        ("?q=+memory+", "?q=memory"),
        ("?q=c%2B%2B", "?q=c%2B%2B"),
        ("?q=c%2B%2B+proxy", "?q=c%2B%2B+proxy"),
        ("?q=c+%2B+java", "?q=c+%2B+java"),
        ("?q=++", ""),
        ("?country=United+States", "country/us/"),
        ("?country=+United+States", "country/us/"),
        ("?domain=Internet+of+things,proxy", "?domain=iot,proxy"),
    ];
    for (asked, expected) in cases {
        let link = read(asked, dataset, index.catalog());
        assert_eq!(address(&link.route, dataset, index.catalog()), expected, "{asked}");
        assert_eq!(link.notices, [], "{asked}");
    }
}

#[test]
fn does_not_confuse_values_with_different_numbers_of_plus_signs() {
    let (dataset, index) = atlas::published();
    for (asked, value) in
        [("?replaces=c+", "c+"), ("?replaces=c+,java", "c+"), ("?replaces=c+++", "c+++")]
    {
        let link = read(asked, dataset, index.catalog());
        let told = link.notices.iter().any(
            |notice| matches!(notice, Notice::UnknownValue { value: told, .. } if told == value),
        );
        assert!(told, "{asked}: {:?}", link.notices);
    }
}

#[test]
fn reads_the_text_of_a_form_as_it_was_typed() {
    let (dataset, index) = atlas::published();
    check(500, &vec(select(&WORDS[..]), 1..5), |words| {
        let sent = words.iter().map(|word| encoded(word)).collect::<Vec<_>>().join("+");
        let link = read(&format!("?q={sent}"), dataset, index.catalog());
        let typed = Route::Explore(Query::default().with_text(&words.join(" ")));
        equal(&sent, &link.route, &typed)?;
        equal(&sent, &link.notices, &Vec::new())
    });
}

/// Encodes a word as forms do.
fn encoded(word: &str) -> String {
    word.bytes().flat_map(|byte| format!("%{byte:02X}").into_bytes()).map(char::from).collect()
}

#[test]
fn reports_the_dropped_values_of_a_long_path() {
    let (dataset, index) = atlas::published();
    let link = read(&format!("replaces/cpp{}/", ",java".repeat(200)), dataset, index.catalog());
    assert_eq!(address(&link.route, dataset, index.catalog()), "?replaces=cpp,java");
    assert_eq!(link.notices, [Notice::More(1)]);
}
