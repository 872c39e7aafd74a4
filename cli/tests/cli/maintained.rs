//! The dataset of this repository, which curators change: the only tests that read it. None knows its
//! numbers.

use rustscape::{
    dataset::read,
    link::{self, Route},
    search::Index,
    wording::NAMES,
};
use rustscape_cli::{fmt::canonical, schema::schema};

use crate::program::run_with_input;

const DATASET: &str = include_str!("../../../public/data/rustscape.json");

/// Published links: `asked => canonical [| remark]`.
const LINKS: &str = include_str!("../../../tests/fixtures/links.txt");

#[test]
fn no_record_is_left_out_and_the_schema_agrees() {
    let (dataset, problems) = read(DATASET.as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert!(!dataset.projects.is_empty());
    let schema = jsonschema::draft202012::new(&schema()).unwrap();
    assert!(schema.is_valid(&serde_json::from_str(DATASET).unwrap()));
}

#[test]
fn the_strict_check_finds_no_error() {
    let args = ["check", "-", "--strict", "--first-year", "2006"];
    let run = run_with_input(&args, DATASET);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn the_file_is_in_its_canonical_form() {
    assert!(canonical(DATASET.as_bytes()).unwrap() == DATASET, "run `rustscape fmt` on it");
}

#[test]
fn published_links_still_lead_to_a_page() {
    let (dataset, _) = read(DATASET.as_bytes()).unwrap();
    let index = Index::new(&dataset, &NAMES);
    let links = LINKS.lines().filter(|line| !line.starts_with('#') && !line.contains(" | "));
    for (asked, _) in links.filter_map(|line| line.split_once(" => ")) {
        let link = link::read(asked, &dataset, index.catalog());
        assert_eq!(link.notices, [], "{asked}");
        assert!(!matches!(link.route, Route::NotFound { .. }), "{asked}");
    }
}
