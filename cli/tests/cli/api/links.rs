//! Every address of the site that a file names is one of the site.

use std::collections::HashSet;

use rustscape_cli::publish::pages;
use serde_json::Value;

use super::made::{Made, real, small};

/// Calls back for every text below a value, with the key it stands at.
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

fn check(made: &Made) {
    let root = made.publication.url.absolute("");
    let mut known: HashSet<_> = pages(&made.publication).into_iter().map(|p| p.address).collect();
    known.extend(made.files.iter().map(|file| file.path.clone()));
    known.extend(["data/rustscape.json", "data/versions.json"].map(str::to_owned));
    let mut n_links = 0;
    for file in made.files.iter().filter(|file| file.path.ends_with("json")) {
        for line in std::str::from_utf8(&file.bytes).unwrap().lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            each_text("", &value, &mut |key, text| {
                let Some(address) = text.strip_prefix(&root) else { return };
                n_links += 1;
                let is_known = key == "template" || known.contains(address);
                assert!(is_known, "{}: {text} is not there", file.path);
            });
        }
    }
    assert!(n_links > made.files.len(), "there are links");
}

#[test]
fn every_address_of_the_site_is_a_page_or_a_file() {
    check(real());
    check(small());
}
