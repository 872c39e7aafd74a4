//! Tests of the dataset in this repository. Curators change it, so no test depends on its numbers, and
//! no other test reads it.

use rustscape::{
    dataset::read,
    link::{self, Route},
    search::Index,
    wording::NAMES,
};
use rustscape_cli::{fmt::canonical, schema::json_schema};

use crate::program::run_with_input;

const DATASET: &str = include_str!("../../../public/data/rustscape.json");

/// Published links: `link => canonical link [| remark]`.
const LINKS: &str = include_str!("../../../tests/fixtures/links.txt");

#[test]
fn reader_and_schema_accept_every_record() {
    let (dataset, problems) = read(DATASET.as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert!(!dataset.projects.is_empty());
    let schema = jsonschema::draft202012::new(&json_schema()).unwrap();
    assert!(schema.is_valid(&serde_json::from_str(DATASET).unwrap()));
}

#[test]
fn strict_check_finds_no_error() {
    let args = ["check", "-", "--strict", "--first-year", "2006"];
    let run = run_with_input(&args, DATASET);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn file_is_in_canonical_form() {
    assert!(canonical(DATASET.as_bytes()).unwrap() == DATASET, "run `rustscape fmt` on it");
}

#[test]
fn published_links_still_open_a_page() {
    let (dataset, _) = read(DATASET.as_bytes()).unwrap();
    let index = Index::new(&dataset, &NAMES);
    let links = LINKS.lines().filter(|line| !line.starts_with('#') && !line.contains(" | "));
    for (address, _) in links.filter_map(|line| line.split_once(" => ")) {
        let link = link::read(address, &dataset, index.catalog());
        assert_eq!(link.notices, [], "{address}");
        assert!(!matches!(link.route, Route::NotFound { .. }), "{address}");
    }
}
