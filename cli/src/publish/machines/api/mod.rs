//! Data API of a site: static files below `api/v1/` that any host can serve.
//!
//! Records have the keys and values of the dataset file, including `null`, but without fields for
//! curators and without keys that the [schema](crate::schema) does not name. `openapi.json`
//! describes all other keys. URLs are absolute. JSON files have a single line. Every file is UTF-8
//! and ends with a line feed, or with CR LF in CSV files (RFC 4180). Only the tables for spreadsheet
//! programs, `….spreadsheet.csv`, start with a byte order mark.
//!
//! A file changes only together with its records, so that a mirror can update file by file. Only
//! `index.json`, `meta.json` and the examples of `openapi.json` contain the version of the data.

mod address;
mod alternate;
mod changes;
mod columns;
mod endpoint;
mod endpoints;
mod facets;
mod head;
mod openapi;
mod records;
mod rows;

pub use alternate::alternates;

use serde::Serialize;

use self::{
    endpoints::ENDPOINTS, facets::ValueProjects, openapi::Examples, records::SourceRecords,
    rows::ProjectRows,
};
use crate::publish::{AlternateLink, File, Publication};
use crate::{json::to_json, schema::json_schema};

/// Returns every file below `api/v1/`, sorted by path. The same publication gives the same bytes.
pub fn files(publication: &Publication) -> Vec<File> {
    let records = &SourceRecords::of(publication);
    let rows = &ProjectRows::of(publication);
    let values = &facets::values(publication);
    let endpoints = &ENDPOINTS;
    let examples = Examples { publication, endpoints, records, rows, values };
    let mut files = vec![
        json_file("index.json", &head::index(publication, endpoints)),
        json_file("meta.json", &head::meta(publication, records)),
        json_file("organizations.json", &head::organizations(publication, usize::MAX)),
        json_file("facets.json", &facets::list(publication, values)),
        json_file("changes.json", &changes::changes(publication, records, usize::MAX)),
        json_file("vocabulary.json", &records.top_level("vocabulary")),
        json_file("schema.json", &json_schema()),
        json_file("openapi.json", &openapi::document(&examples)),
        file("projects.csv", rows.csv(rows.projects())),
        file("projects.spreadsheet.csv", rows.spreadsheet(rows.projects())),
    ];
    files.extend(records.files(publication));
    files.extend(values.iter().flat_map(|value| value_files(publication, value, rows)));
    files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    files
}

fn value_files(publication: &Publication, value: &ValueProjects, rows: &ProjectRows) -> [File; 3] {
    let (facet, id) = (value.facet, value.value.id.as_str());
    let projects = value.projects.iter().copied();
    let file = facets::file(publication, value, rows.json(projects.clone()));
    [
        File::new(address::value(facet, id, "json"), to_json(&file) + "\n"),
        File::new(address::value(facet, id, "csv"), rows.csv(projects.clone())),
        File::new(address::value(facet, id, "spreadsheet.csv"), rows.spreadsheet(projects)),
    ]
}

fn json_file(name: &str, value: &impl Serialize) -> File {
    file(name, to_json(value) + "\n")
}

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File::new(address::in_root(name), bytes)
}
