//! The files as files.

use std::collections::HashSet;

use rustscape_cli::publish::api::files;
use serde_json::Value;

use super::made::{Made, empty, real, small};

fn check_form(made: &Made) {
    let mut paths = HashSet::new();
    for file in &made.files {
        assert!(file.path.starts_with("api/v1/"), "{}", file.path);
        assert!(paths.insert(file.path.to_lowercase()), "{} is there twice", file.path);
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
fn every_file_is_one_compact_text_that_ends_with_a_line_end() {
    for made in [real(), small(), &empty()] {
        check_form(made);
    }
}

#[test]
fn files_are_sorted_and_the_same_each_time() {
    for made in [real(), small()] {
        assert!(made.files.is_sorted_by(|one, other| one.path < other.path));
        assert!(files(&made.publication) == made.files);
    }
}

#[test]
fn the_version_of_the_data_stands_in_two_files_only() {
    let made = small();
    let version = made.publication.version.as_str();
    let has_version = made.files.iter().filter(|file| {
        file.path != "api/v1/openapi.json" && String::from_utf8_lossy(&file.bytes).contains(version)
    });
    let paths: Vec<_> = has_version.map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["api/v1/index.json", "api/v1/meta.json"]);
}

#[test]
fn the_counts_are_those_of_the_dataset() {
    for made in [real(), small(), &empty()] {
        let length = |value: &Value| value.as_array().map_or(0, Vec::len);
        let projects = made.projects();
        let of_projects =
            |key: &str| projects.iter().map(|(_, project)| length(&project[key])).sum::<usize>();
        let counts = &made.json("meta.json")["counts"];
        let check = |key: &str, count: usize| assert_eq!(counts[key], count, "{key}");
        check("organizations", made.organizations().len());
        check("projects", projects.len());
        check("sources", of_projects("sources"));
        check("outcomes", of_projects("outcomes"));
        check("notes", of_projects("notes"));
        check("events", length(&made.source["events"]));
        let with_claim = projects.iter().filter(|(_, project)| project["claim"].is_object());
        check("claims", with_claim.count());
        assert_eq!(counts.as_object().unwrap().len(), 7);
    }
}

#[test]
fn meta_says_what_the_file_says_of_itself() {
    for made in [real(), small(), &empty()] {
        let meta = made.json("meta.json");
        for key in
            ["title", "description", "language", "license", "updated", "schema_version", "links"]
        {
            assert_eq!(meta[key], made.source[key], "{key}");
        }
        assert_eq!(meta["url"], made.publication.url.absolute(""));
        assert_eq!(meta["version"], made.publication.version.as_str());
    }
}

#[test]
fn the_index_names_every_file() {
    for made in [real(), small()] {
        let index = made.json("index.json");
        let entries = index["files"].as_array().unwrap();
        let root = made.publication.url.absolute("");
        let is_named = |path: &str| {
            entries.iter().any(|entry| {
                let address = entry["url"].as_str().or(entry["template"].as_str()).unwrap();
                fits(address.strip_prefix(&root).unwrap(), path)
            })
        };
        for file in &made.files {
            assert!(is_named(&file.path), "{}", file.path);
        }
    }
}

/// Whether a path is one of a template, whose parameters do not go beyond a folder.
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
