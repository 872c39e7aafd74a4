//! The importers on whatever there may be.

use rustscape::dataset::read;
use rustscape_cli::{
    Failure,
    import::{Head, Import, csv, landscape},
};

use crate::fmt_properties::{File, any_file, changed, check};

const SPREADSHEET: &str = include_str!("../fixtures/import/projects.csv");
const LANDSCAPE: &str = include_str!("../fixtures/import/landscape.yml");

type Importer = fn(&[u8], &Head) -> Result<Import, Failure>;

/// Whether something was imported; an error if a reader would object to it.
fn is_sound(bytes: &[u8], import: Importer) -> Result<bool, String> {
    let head = Head { title: "T".to_owned(), ..Head::default() };
    let Ok(import) = import(bytes, &head) else { return Ok(false) };
    let (dataset, problems) = read(import.text.as_bytes()).map_err(|error| error.to_string())?;
    if !problems.is_empty() {
        return Err(format!("{problems:?}"));
    }
    let counts = (dataset.organizations.len(), dataset.projects.len());
    if counts != (import.n_organizations, import.n_projects) {
        return Err(format!("{counts:?} records"));
    }
    // What has to be left out as a whole was not understood while it was read.
    let remarks = import.report.remarks();
    let refused = remarks.iter().find(|remark| remark.text.ends_with("the record is left out"));
    refused.map_or(Ok(true), |remark| Err(remark.to_string()))
}

#[track_caller]
fn check_changed(text: &'static str, import: Importer) {
    let n_imported = std::cell::Cell::new(0);
    check(&changed(text), |File(bytes)| {
        n_imported.set(n_imported.get() + u32::from(is_sound(&bytes, import)?));
        Ok(())
    });
    assert!(n_imported.get() > 10, "only {n_imported:?} files were imported");
}

#[test]
fn a_changed_spreadsheet_becomes_a_dataset_without_problems_or_none() {
    check_changed(SPREADSHEET, csv::import);
}

#[test]
fn a_changed_landscape_becomes_a_dataset_without_problems_or_none() {
    check_changed(LANDSCAPE, landscape::import);
}

#[test]
fn whatever_the_bytes_nothing_panics() {
    check(&any_file(), |File(bytes)| {
        is_sound(&bytes, csv::import)?;
        is_sound(&[b"organization,project,since\n", &bytes[..]].concat(), csv::import)?;
        is_sound(&bytes, landscape::import)?;
        is_sound(&[b"landscape:\n- name: a\n  ", &bytes[..]].concat(), landscape::import).map(drop)
    });
}

#[test]
fn utf_16_gives_the_same_dataset_as_utf_8() {
    let head = Head { title: "T".to_owned(), ..Head::default() };
    let expected = csv::import(SPREADSHEET.as_bytes(), &head).unwrap().text;
    let little = [0xfeff].into_iter().chain(SPREADSHEET.encode_utf16()).flat_map(u16::to_le_bytes);
    let big = [0xfeff].into_iter().chain(SPREADSHEET.encode_utf16()).flat_map(u16::to_be_bytes);
    assert_eq!(csv::import(&little.collect::<Vec<_>>(), &head).unwrap().text, expected);
    assert_eq!(csv::import(&big.collect::<Vec<_>>(), &head).unwrap().text, expected);
}
