//! Format and metadata of the files.

use std::collections::HashSet;

use rustscape_cli::publish::api::files;
use serde_json::Value;

use super::published::{PublishedApi, empty, real, small};

fn check_form(api: &PublishedApi) {
    let mut paths = HashSet::new();
    for file in &api.files {
        assert!(file.path.starts_with("api/v1/"), "{}", file.path);
        assert!(paths.insert(file.path.to_lowercase()), "{} occurs twice", file.path);
        let text = std::str::from_utf8(&file.bytes).unwrap();
        assert!(text.is_empty() || text.ends_with('\n'), "{}", file.path);
        if file.path.ends_with("json") {
            for line in text.lines() {
                let value: Value = serde_json::from_str(line).unwrap();
                assert_eq!(value.to_string(), line, "{} is compact", file.path);
            }
            assert!(file.path.ends_with("ndjson") || text.lines().count() == 1, "{}", file.path);
        }
    }
}

#[test]
fn files_are_compact_and_end_with_a_line_break() {
    for api in [real(), small(), &empty()] {
        check_form(api);
    }
}

#[test]
fn files_are_sorted_and_reproducible() {
    for api in [real(), small()] {
        assert!(api.files.is_sorted_by(|one, other| one.path < other.path));
        assert!(files(&api.publication) == api.files);
    }
}

#[test]
fn only_two_files_contain_the_version_of_the_data() {
    let api = small();
    let version = api.publication.version.as_str();
    let has_version = api.files.iter().filter(|file| {
        file.path != "api/v1/openapi.json" && String::from_utf8_lossy(&file.bytes).contains(version)
    });
    let paths: Vec<_> = has_version.map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["api/v1/index.json", "api/v1/meta.json"]);
}

#[test]
fn counts_match_the_dataset() {
    for api in [real(), small(), &empty()] {
        let length = |value: &Value| value.as_array().map_or(0, Vec::len);
        let projects = api.projects();
        let of_projects =
            |key: &str| projects.iter().map(|(_, project)| length(&project[key])).sum::<usize>();
        let counts = &api.json("meta.json")["counts"];
        let check = |key: &str, count: usize| assert_eq!(counts[key], count, "{key}");
        check("organizations", api.organizations().len());
        check("projects", projects.len());
        check("sources", of_projects("sources"));
        check("outcomes", of_projects("outcomes"));
        check("notes", of_projects("notes"));
        check("events", length(&api.source["events"]));
        let with_claim = projects.iter().filter(|(_, project)| project["claim"].is_object());
        check("claims", with_claim.count());
        assert_eq!(counts.as_object().unwrap().len(), 7);
    }
}

#[test]
fn meta_matches_the_dataset_file() {
    for api in [real(), small(), &empty()] {
        let meta = api.json("meta.json");
        for key in
            ["title", "description", "language", "license", "updated", "schema_version", "links"]
        {
            assert_eq!(meta[key], api.source[key], "{key}");
        }
        assert_eq!(meta["url"], api.publication.url.absolute(""));
        assert_eq!(meta["version"], api.publication.version.as_str());
    }
}

#[test]
fn index_names_every_file() {
    for api in [real(), small()] {
        let index = api.json("index.json");
        let entries = index["files"].as_array().unwrap();
        let root = api.publication.url.absolute("");
        let is_named = |path: &str| {
            entries.iter().any(|entry| {
                let address = entry["url"].as_str().or(entry["template"].as_str()).unwrap();
                fits(address.strip_prefix(&root).unwrap(), path)
            })
        };
        for file in &api.files {
            assert!(is_named(&file.path), "{}", file.path);
        }
    }
}

/// Returns `true` if a path matches a template. A parameter matches within one folder.
fn fits(template: &str, path: &str) -> bool {
    let fits = |(template, segment): (&str, &str)| match template.split_once('{') {
        None => template == segment,
        Some((start, rest)) => {
            let (_, end) = rest.split_once('}').unwrap();
            segment.starts_with(start) && segment.ends_with(end)
        }
    };
    template.split('/').count() == path.split('/').count()
        && template.split('/').zip(path.split('/')).all(fits)
}
