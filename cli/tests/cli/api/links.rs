//! URLs in the files lead to existing pages and files of the site.

use std::collections::HashSet;

use rustscape_cli::publish::pages;
use serde_json::Value;

use super::published::{PublishedApi, real, small};

/// Calls `found` with every string in a value and its key.
fn each_text(key: &str, value: &Value, found: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => found(key, text),
        Value::Array(values) => values.iter().for_each(|value| each_text(key, value, found)),
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| each_text(key, value, found));
        }
        _ => {}
    }
}

fn check(api: &PublishedApi) {
    let root = api.publication.url.absolute("");
    let mut known: HashSet<_> = pages(&api.publication).into_iter().map(|p| p.address).collect();
    known.extend(api.files.iter().map(|file| file.path.clone()));
    known.extend(["data/rustscape.json", "data/versions.json"].map(str::to_owned));
    let mut n_links = 0;
    for file in api.files.iter().filter(|file| file.path.ends_with("json")) {
        for line in std::str::from_utf8(&file.bytes).unwrap().lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            each_text("", &value, &mut |key, text| {
                let Some(address) = text.strip_prefix(&root) else { return };
                n_links += 1;
                let is_known = key == "template" || known.contains(address);
                assert!(is_known, "{}: {text} does not exist", file.path);
            });
        }
    }
    assert!(n_links > api.files.len(), "every file contains links");
}

#[test]
fn every_url_of_the_site_is_a_page_or_a_file() {
    check(real());
    check(small());
}
