//! Addresses in files for other programs.

use std::collections::HashSet;

use roxmltree::Document;
use serde_json::Value;

use super::{Site, check_sites, crawl::target};

/// Collects every string of a JSON value.
fn texts_of<'v>(value: &'v Value, texts: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts_of(value, texts)),
        Value::Object(members) => members.values().for_each(|value| texts_of(value, texts)),
        _ => {}
    }
}

/// Returns the strings of a JSON file, or of each line of an NDJSON file.
fn json_texts(path: &str, text: &str) -> Vec<String> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let mut found = Vec::new();
    for value in values {
        let value = value.unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut texts = Vec::new();
        texts_of(&value, &mut texts);
        found.extend(texts.into_iter().map(str::to_owned));
    }
    found
}

/// Returns the texts and attributes of an XML file.
fn xml_texts(path: &str, text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut found = Vec::new();
    for node in document.descendants() {
        found.extend(node.text().map(str::to_owned));
        // The scheme of a category is an identifier and not a link (RFC 4287, section 4.2.2.2).
        let attributes = node.attributes().filter(|attribute| attribute.name() != "scheme");
        found.extend(attributes.map(|attribute| attribute.value().to_owned()));
    }
    found
}

/// Returns the words of a text without surrounding punctuation.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || "()<>\"".contains(c));
    words.map(|word| word.trim_end_matches([',', '.', ':']).to_owned()).collect()
}

/// Returns the possible addresses in a file; `None` for files without any. Pages are crawled.
fn texts(path: &str, text: &str) -> Option<Vec<String>> {
    // These files are copied, with addresses from the dataset.
    if path.starts_with("data/") {
        return None;
    }
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "json" | "ndjson" | "webmanifest" => Some(json_texts(path, text)),
        "xml" | "svg" => Some(xml_texts(path, text)),
        "txt" => Some(words(text)),
        _ => None,
    }
}

fn check_addresses(site: &Site) {
    let own = site.url.absolute("");
    let mut n_addresses = 0;
    for (path, bytes) in &site.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for address in texts(path, text).unwrap_or_default() {
            // A template only becomes an address after substitution.
            if !address.starts_with(&own) || address.contains('{') {
                continue;
            }
            n_addresses += 1;
            let to = target(site, &address).unwrap();
            assert!(site.files.contains_key(&to), "{path}: {address} → {to}");
        }
    }
    assert!(200 < n_addresses, "{n_addresses}");
}

#[test]
fn every_address_in_any_file_resolves() {
    check_sites(check_addresses);
}

#[test]
fn sitemap_lists_each_page_once() {
    check_sites(|site| {
        let document = Document::parse(site.text("sitemap.xml")).unwrap();
        let all = document.descendants().filter(|node| node.has_tag_name("loc"));
        let mut paths = HashSet::new();
        for address in all.map(|node| node.text().unwrap()) {
            assert!(address.starts_with(&site.url.absolute("")), "{address}");
            let path = target(site, address).unwrap();
            let canonical = format!("<link rel=\"canonical\" href=\"{address}\">");
            assert!(site.text(&path).contains(&canonical), "{path}");
            assert!(paths.insert(path), "{address}");
        }
        assert!(10 < paths.len(), "{}", paths.len());
    });
}

#[test]
fn every_redirect_rule_leads_to_a_file() {
    check_sites(|site| {
        let Some(rules) = site.files.get("_redirects") else { return };
        for rule in std::str::from_utf8(rules).unwrap().lines() {
            let [from, to, code] = rule.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{rule}")
            };
            assert_eq!(code, "301", "{rule}");
            assert!(target(site, from).is_some(), "{rule}");
            let to = target(site, to).unwrap();
            assert!(site.files.contains_key(&to), "{rule}");
        }
    });
}
