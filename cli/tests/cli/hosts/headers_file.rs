//! The file `_headers`, interpreted like Netlify and Cloudflare Pages do.

use std::collections::BTreeMap;

use rustscape_cli::hosting::{self, RULES_MAX, headers_file};

use super::site::{COMPRESSED, PLAIN};

/// Maximum length of a line in characters, from Cloudflare Pages.
const LINE_MAX: usize = 2000;

/// Returns the headers for a path, from all rules that match. Panics if two rules set the same
/// header.
#[track_caller]
fn sent<'f>(file: &'f str, path: &str) -> BTreeMap<&'f str, &'f str> {
    let mut sent = BTreeMap::new();
    let mut is_for_path = false;
    for line in file.lines() {
        assert!(line.len() <= LINE_MAX, "{line}");
        if let Some(header) = line.strip_prefix("  ") {
            let (name, value) = header.split_once(": ").expect("a name and a value");
            assert!(!is_for_path || sent.insert(name, value).is_none(), "{name} twice for {path}");
        } else {
            is_for_path = match line.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == line,
            };
        }
    }
    sent
}

#[track_caller]
fn check(below: &str) {
    let file = headers_file(below, COMPRESSED.into_iter().chain(PLAIN));
    for path in COMPRESSED.iter().chain(&PLAIN) {
        let sent = sent(&file, &format!("{below}{path}"));
        let content_type = sent.get("Content-Type").copied();
        let is_inferred = hosting::is_inferred_by_hosts(path);
        assert_eq!(content_type, (!is_inferred).then(|| hosting::media_type(path)), "{path}");
        // Without a rule, both hosts send headers that require revalidation.
        let cached = sent.get("Cache-Control").copied().unwrap_or(hosting::REVALIDATE);
        assert_eq!(cached, hosting::cache_control(path), "{path}");
        for (name, value) in hosting::COMMON_HEADERS {
            assert_eq!(sent.get(name), Some(&value), "{path}");
        }
    }
}

#[test]
fn gives_the_headers_of_the_table() {
    check("/");
    check("/atlas/");
}

#[test]
fn keeps_the_limit_of_rules() {
    let feeds: Vec<String> = (0..300).map(|n| format!("org/o{n:03}/feed.xml")).collect();
    let files = feeds.iter().map(String::as_str).chain(["feed.xml", "index.html"]);
    let file = headers_file("/", files);
    assert_eq!(file.lines().filter(|line| line.starts_with('/')).count(), RULES_MAX);
    assert!(sent(&file, "/feed.xml").contains_key("Content-Type"));
    assert!(sent(&file, "/org/o000/feed.xml").contains_key("Content-Type"));
    assert!(!sent(&file, "/org/o299/feed.xml").contains_key("Content-Type"));
}

#[test]
fn ignores_the_order_of_files() {
    let files = ["feed.xml", "api/v1/a.ndjson", "api/v1/b.ndjson"];
    let file = headers_file("/", files);
    assert_eq!(headers_file("/", files.into_iter().rev()), file);
    assert!(file.ends_with("/api/v1/b.ndjson\n  Content-Type: application/x-ndjson\n"), "{file}");
}
