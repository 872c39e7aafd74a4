//! Data files that correspond to a page.

use std::collections::HashMap;

use rustscape_cli::publish::{api::alternates, pages};

use super::published::{PublishedApi, real, small};

#[track_caller]
fn check(page: &str, expected: &[(&str, &str, &str)]) {
    let publication = &small().publication;
    let found = alternates(publication, &publication.route(page));
    let found: Vec<_> = found
        .iter()
        .map(|found| (found.address.as_str(), found.media_type, found.title.as_str()))
        .collect();
    assert_eq!(found, expected, "{page}");
}

#[test]
fn pages_of_records_name_their_data_files() {
    check(
        "",
        &[
            ("api/v1/projects.csv", "text/csv", "All projects as CSV"),
            (
                "api/v1/projects.ndjson",
                "application/x-ndjson",
                "All projects as JSON, one on each line",
            ),
        ],
    );
    let json = "application/json";
    check("org/acme/", &[("api/v1/organizations/acme.json", json, "=ACME, \"Inc.\" as JSON")]);
    check(
        "org/acme/gate/",
        &[("api/v1/projects/acme/gate.json", json, "@scope/gate at =ACME, \"Inc.\" as JSON")],
    );
    check(
        "country/ch/",
        &[
            ("api/v1/facets/country/ch.json", json, "Country: CH, as JSON"),
            ("api/v1/facets/country/ch.csv", "text/csv", "Country: CH, as CSV"),
        ],
    );
    check("org/", &[("api/v1/organizations.json", json, "All organizations as JSON")]);
    check("changes/", &[("api/v1/changes.json", json, "The changes as JSON")]);
}

#[test]
fn other_pages_name_no_data_files() {
    for page in [
        "about/",
        "claims/",
        "claims/wrong/",
        "no/page/here/",
        "domain/unused/",
        "country/ch/?q=gate",
        "domain/proxy/?kind=rewrite",
        "?domain=games,proxy",
        "?domain=-games",
        "?since=2018..2020",
        "brief/?pick=acme/gate",
        "org/nobody/",
    ] {
        check(page, &[]);
    }
}

/// Asserts that every file of a record or a facet value belongs to exactly one page.
fn check_all(api: &PublishedApi) {
    let mut n_pages: HashMap<String, usize> = HashMap::new();
    for page in pages(&api.publication) {
        for alternate in alternates(&api.publication, &page.route) {
            let exists = api.files.iter().any(|file| file.path == alternate.address);
            assert!(exists, "{}: {} does not exist", page.address, alternate.address);
            *n_pages.entry(alternate.address).or_default() += 1;
        }
    }
    let folders = ["api/v1/organizations/", "api/v1/projects/", "api/v1/facets/"];
    let paths = api.files.iter().map(|file| file.path.as_str());
    // Alternates are for programs. Pages offer the tables for spreadsheets as visible links.
    let paths = paths.filter(|path| !path.ends_with(".spreadsheet.csv"));
    for path in paths.filter(|path| folders.iter().any(|folder| path.starts_with(folder))) {
        assert_eq!(n_pages.get(path), Some(&1), "{path}");
    }
}

#[test]
fn every_file_of_a_record_or_value_belongs_to_one_page() {
    check_all(real());
    check_all(small());
}
