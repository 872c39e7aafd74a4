//! The importers on whatever there may be.

use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any},
    prop_oneof,
    sample::select,
};
use rustscape::dataset::read;
use rustscape_cli::{
    Failure,
    check::{Settings, find},
    import::{Head, Import, csv, landscape},
};
use serde_json::{Value, json};

use crate::{
    fmt_properties::{File, any_file, changed, check},
    program::run_with_input,
};

const SPREADSHEET: &str = include_str!("../fixtures/import/projects.csv");
const LANDSCAPE: &str = include_str!("../fixtures/import/landscape.yml");

type Importer = fn(&[u8], &Head) -> Result<Import, Failure>;

/// Whether something was imported; an error if a reader would object to it.
fn is_sound(bytes: &[u8], import: Importer) -> Result<bool, String> {
    let head = Head {
        title: "T\u{ad}".to_owned(),
        updated: Some("2026-11-25".to_owned()),
        ..Head::default()
    };
    let Ok(import) = import(bytes, &head) else { return Ok(false) };
    let (dataset, problems) = read(import.text.as_bytes()).map_err(|error| error.to_string())?;
    if !problems.is_empty() {
        return Err(format!("{problems:?}"));
    }
    let counts = (dataset.organizations.len(), dataset.projects.len());
    if counts != (import.n_organizations, import.n_projects) {
        return Err(format!("{counts:?} records"));
    }
    let errors = find(import.text.as_bytes(), &Settings { is_quiet: true, ..Settings::default() });
    if let Some(error) = errors.first() {
        return Err(error.sentence());
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

/// Texts of a cell or a value of any field.
const NASTY: [&str; 44] = [
    "",
    "Acme",
    "Gate",
    "\u{200b}",
    "A soft\u{ad}ware gate.",
    "\u{feff}Be\u{200b}ta\u{200b}",
    "é\u{200d}",
    "é\u{3000}\u{200d}é",
    "e\u{ad}\u{301}",
    "a\u{202e}b",
    "\u{e000}",
    "\u{7}\u{85}\u{2028}x",
    " two\n\nlines\t and\u{a0}spaces ",
    "---",
    "+++",
    "C#",
    "confirmed",
    "Confirmed\u{200b}",
    "reported",
    "unverified",
    "production",
    "discontinued",
    "wrong",
    "outdated",
    "first-party",
    "original",
    "none",
    "down",
    "up",
    "times",
    "percent",
    "0",
    "0.5",
    "150",
    "1e16",
    "1",
    "2",
    "2019",
    "2999",
    "2022-02-31",
    "2027-01-01",
    "https://a.example/\u{ad}x",
    "acme/gate; acme/none; acme/none",
    "England",
];

/// The columns of the template and its first sample row.
fn template() -> (Vec<String>, Vec<String>) {
    let text = run_with_input(&["import", "csv", "--template"], "").stdout;
    let mut reader =
        ::csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells = |record: &::csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header = cells(reader.headers().unwrap());
    let sample = cells(&reader.records().next().unwrap().unwrap());
    (header, sample)
}

/// Rows of every column, some of whose cells are as in the template.
fn any_sheet() -> impl Strategy<Value = File> {
    let (header, sample) = template();
    let cell = prop_oneof![
        4 => Just(None),
        1 => Just(Some(String::new())),
        3 => select(&NASTY[..]).prop_map(|text| Some(text.to_owned())),
        1 => "\\PC{0,80}".prop_map(Some),
    ];
    let row = vec(cell, header.len());
    vec(row, 1..4).prop_map(move |rows| {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).unwrap();
        for row in rows {
            let cells = row.into_iter().zip(&sample);
            let cells = cells.map(|(cell, sample)| cell.unwrap_or_else(|| sample.clone()));
            writer.write_record(cells.collect::<Vec<_>>()).unwrap();
        }
        File(writer.into_inner().unwrap())
    })
}

/// The fields of an item that are read, each with a sound value.
const FIELDS: [(&str, &str); 14] = [
    ("name", "Acme (member)"),
    ("homepage_url", "https://acme.example/"),
    ("repo_url", "https://github.com/Acme/gate"),
    ("crunchbase", "https://www.crunchbase.com/organization/acme"),
    ("organization", "Acme"),
    ("description", "A gate."),
    ("project", "archived"),
    ("license", "MIT"),
    ("open_source", "true"),
    ("joined", "2020-01-01"),
    ("enduser", "true"),
    ("extra.accepted", "2021-02-03"),
    ("extra.archived", "2020-02-31"),
    ("extra.summary_use_case", "Opens."),
];

/// Whether each field of an item is there, and its value where it is not the sound one.
type AnyItem = Vec<(bool, Option<String>)>;

fn item_of(fields: AnyItem) -> Value {
    let mut item = json!({"name": "Gate", "extra": {}});
    for ((is_there, value), (field, sound)) in fields.into_iter().zip(FIELDS) {
        let value = value.unwrap_or_else(|| sound.to_owned());
        match field.strip_prefix("extra.") {
            Some(key) if is_there => item["extra"][key] = value.into(),
            None if is_there => item[field] = value.into(),
            _ => {}
        }
    }
    item
}

/// A category with items in some subcategories.
fn any_landscape() -> impl Strategy<Value = File> {
    let value = prop_oneof![
        4 => Just(None),
        3 => select(&NASTY[..]).prop_map(|text| Some(text.to_owned())),
    ];
    let item = vec((any::<bool>(), value), FIELDS.len());
    let name = || select(&NASTY[..]);
    (name(), vec((name(), vec(item, 0..4)), 1..3)).prop_map(|(category, places)| {
        let places = places.into_iter().map(|(name, items)| {
            json!({"name": name, "items": items.into_iter().map(item_of).collect::<Value>()})
        });
        let categories = json!([{"name": category, "subcategories": places.collect::<Value>()}]);
        // JSON is YAML.
        File(json!({"landscape": categories}).to_string().into_bytes())
    })
}

#[track_caller]
fn check_all_are_sound(files: &impl Strategy<Value = File>, import: Importer) {
    let n_imported = std::cell::Cell::new(0);
    check(files, |File(bytes)| {
        n_imported.set(n_imported.get() + u32::from(is_sound(&bytes, import)?));
        Ok(())
    });
    assert!(n_imported.get() > 100, "only {n_imported:?} files were imported");
}

#[test]
fn the_check_finds_no_error_in_what_any_spreadsheet_becomes() {
    check_all_are_sound(&any_sheet(), csv::import);
}

#[test]
fn the_check_finds_no_error_in_what_any_landscape_becomes() {
    check_all_are_sound(&any_landscape(), landscape::import);
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
    let unmarked = SPREADSHEET.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    assert_eq!(csv::import(&unmarked, &head).unwrap().text, expected);
    let big = [0xfeff].into_iter().chain(SPREADSHEET.encode_utf16()).flat_map(u16::to_be_bytes);
    assert_eq!(csv::import(&little.collect::<Vec<_>>(), &head).unwrap().text, expected);
    assert_eq!(csv::import(&big.collect::<Vec<_>>(), &head).unwrap().text, expected);
}
