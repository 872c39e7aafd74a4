//! The data service of a site: plain files below `api/v1/`, so that any static host serves it.
//!
//! Records stand in them as they stand in the dataset file, `null` included, without what is there
//! for curators only and without keys that the [schema](crate::schema) does not name.
//! Everything else has the keys that `openapi.json` describes. Addresses are absolute. JSON is on
//! one line; every file is UTF-8 and ends with a line feed (CSV: with CR LF, as RFC 4180 has it).
//! None begins with a byte order mark, except for the tables that people open in a spreadsheet
//! program, `….spreadsheet.csv`.
//!
//! What stands in a file changes only when what it is about does: the version of the data is in
//! `index.json`, in `meta.json` and in the examples of `openapi.json` alone, so that a copy of the
//! folder can be brought up to date file by file.

mod address;
mod alternate;
mod changes;
mod columns;
mod endpoint;
mod facets;
mod head;
mod openapi;
mod records;
mod rows;

pub use alternate::alternates;

use rustscape::search::Facet;
use serde::Serialize;

use self::{facets::ValueProjects, records::Records, rows::Rows};
use crate::{
    json::to_json,
    publish::{AlternateLink, File, Publication},
    schema::json_schema,
};

/// Every file below `api/v1/`, sorted by path. The same publication gives the same bytes.
pub fn files(publication: &Publication) -> Vec<File> {
    let records = Records::of(publication);
    let rows = Rows::of(publication);
    let values = facets::values(publication);
    let mut files = vec![
        json_file("index.json", &head::index(publication)),
        json_file("meta.json", &head::meta(publication, &records)),
        json_file("organizations.json", &head::organizations(publication, usize::MAX)),
        json_file("facets.json", &facets::list(publication, &values)),
        json_file("changes.json", &changes::changes(publication, &records, usize::MAX)),
        json_file("vocabulary.json", &records.of_file("vocabulary")),
        json_file("schema.json", &json_schema()),
        json_file("openapi.json", &openapi::document(publication, &records, &rows, &values)),
        file("projects.csv", rows.csv(rows.projects())),
        file("projects.spreadsheet.csv", rows.spreadsheet(rows.projects())),
    ];
    files.extend(records.files(publication));
    files.extend(values.iter().flat_map(|value| value_files(publication, value, &rows)));
    files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The facets that have files. Organizations have records instead.
fn published_facets() -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org)
}

fn value_files(publication: &Publication, value: &ValueProjects, rows: &Rows) -> [File; 3] {
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
    File::new([address::ROOT, name].concat(), bytes)
}
