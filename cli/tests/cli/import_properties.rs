//! Properties that the importers keep for any input.

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
    import::{DatasetMetadata, ImportedDataset, csv, landscape},
};
use serde_json::{Value, json};

use crate::{
    fmt_properties::{File, any_file, changed, check},
    program::run_with_input,
};

const SPREADSHEET: &str = include_str!("../fixtures/import/projects.csv");
const LANDSCAPE: &str = include_str!("../fixtures/import/landscape.yml");

type Importer = fn(&[u8], &DatasetMetadata) -> Result<ImportedDataset, Failure>;

/// Returns whether the input was imported.
///
/// # Errors
///
/// Fails if the dataset has a problem or an error, or if the counts are wrong.
fn import_is_valid(bytes: &[u8], importer: Importer) -> Result<bool, String> {
    let metadata = DatasetMetadata {
        title: "T\u{ad}".to_owned(),
        updated: Some("2026-11-25".to_owned()),
        ..DatasetMetadata::default()
    };
    let Ok(output) = importer(bytes, &metadata) else { return Ok(false) };
    let (dataset, problems) = read(output.text.as_bytes()).map_err(|error| error.to_string())?;
    if !problems.is_empty() {
        return Err(format!("{problems:?}"));
    }
    let counts = (dataset.organizations.len(), dataset.projects.len());
    if counts != (output.n_organizations, output.n_projects) {
        return Err(format!("{counts:?} records"));
    }
    let errors = find(output.text.as_bytes(), &Settings { is_quiet: true, ..Settings::default() });
    if let Some(error) = errors.first() {
        return Err(error.sentence());
    }
    // The importer has to recognize invalid values, so that no whole record is left out.
    let diagnostics = output.report.diagnostics();
    let mut omitted = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.message.ends_with("the record is left out"));
    omitted.next().map_or(Ok(true), |diagnostic| Err(diagnostic.to_string()))
}

#[track_caller]
fn check_changed(text: &'static str, importer: Importer) {
    let n_imported = std::cell::Cell::new(0);
    check(&changed(text), |File(bytes)| {
        n_imported.set(n_imported.get() + u32::from(import_is_valid(&bytes, importer)?));
        Ok(())
    });
    assert!(n_imported.get() > 10, "only {n_imported:?} files were imported");
}

#[test]
fn a_changed_spreadsheet_becomes_a_valid_dataset_or_is_rejected() {
    check_changed(SPREADSHEET, csv::import);
}

#[test]
fn a_changed_landscape_becomes_a_valid_dataset_or_is_rejected() {
    check_changed(LANDSCAPE, landscape::import);
}

/// Difficult texts for a cell or a field.
const DIFFICULT_TEXTS: [&str; 44] = [
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

/// Returns the header and the first sample row of the template.
fn template() -> (Vec<String>, Vec<String>) {
    let text = run_with_input(&["import", "csv", "--template"], "").stdout;
    let mut reader =
        ::csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells = |record: &::csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header = cells(reader.headers().unwrap());
    let sample = cells(&reader.records().next().unwrap().unwrap());
    (header, sample)
}

/// Generates spreadsheets with all columns; some cells are those of the template.
fn any_sheet() -> impl Strategy<Value = File> {
    let (header, sample) = template();
    let cell = prop_oneof![
        4 => Just(None),
        1 => Just(Some(String::new())),
        3 => select(&DIFFICULT_TEXTS[..]).prop_map(|text| Some(text.to_owned())),
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

/// The fields of an item that the importer reads, each with a valid value.
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

/// For each field of an item: `true` if the item has it, and a value to replace the valid one.
type AnyItem = Vec<(bool, Option<String>)>;

fn item_of(fields: AnyItem) -> Value {
    let mut item = json!({"name": "Gate", "extra": {}});
    for ((is_present, value), (field, valid)) in fields.into_iter().zip(FIELDS) {
        let value = value.unwrap_or_else(|| valid.to_owned());
        match field.strip_prefix("extra.") {
            Some(key) if is_present => item["extra"][key] = value.into(),
            None if is_present => item[field] = value.into(),
            _ => {}
        }
    }
    item
}

/// Generates landscapes with one category and some subcategories.
fn any_landscape() -> impl Strategy<Value = File> {
    let value = prop_oneof![
        4 => Just(None),
        3 => select(&DIFFICULT_TEXTS[..]).prop_map(|text| Some(text.to_owned())),
    ];
    let item = vec((any::<bool>(), value), FIELDS.len());
    let name = || select(&DIFFICULT_TEXTS[..]);
    (name(), vec((name(), vec(item, 0..4)), 1..3)).prop_map(|(category, subcategories)| {
        let subcategories = subcategories.into_iter().map(|(name, items)| {
            json!({"name": name, "items": items.into_iter().map(item_of).collect::<Value>()})
        });
        let categories =
            json!([{"name": category, "subcategories": subcategories.collect::<Value>()}]);
        // JSON is a subset of YAML.
        File(json!({"landscape": categories}).to_string().into_bytes())
    })
}

#[track_caller]
fn check_generated(files: &impl Strategy<Value = File>, importer: Importer) {
    let n_imported = std::cell::Cell::new(0);
    check(files, |File(bytes)| {
        n_imported.set(n_imported.get() + u32::from(import_is_valid(&bytes, importer)?));
        Ok(())
    });
    assert!(n_imported.get() > 100, "only {n_imported:?} files were imported");
}

#[test]
fn the_check_finds_no_error_in_an_imported_spreadsheet() {
    check_generated(&any_sheet(), csv::import);
}

#[test]
fn the_check_finds_no_error_in_an_imported_landscape() {
    check_generated(&any_landscape(), landscape::import);
}

#[test]
fn never_panics() {
    check(&any_file(), |File(bytes)| {
        import_is_valid(&bytes, csv::import)?;
        import_is_valid(&[b"organization,project,since\n", &bytes[..]].concat(), csv::import)?;
        import_is_valid(&bytes, landscape::import)?;
        import_is_valid(&[b"landscape:\n- name: a\n  ", &bytes[..]].concat(), landscape::import)
            .map(drop)
    });
}

#[test]
fn utf_16_gives_the_same_dataset_as_utf_8() {
    let metadata = DatasetMetadata { title: "T".to_owned(), ..DatasetMetadata::default() };
    let expected = csv::import(SPREADSHEET.as_bytes(), &metadata).unwrap().text;
    let little = [0xfeff].into_iter().chain(SPREADSHEET.encode_utf16()).flat_map(u16::to_le_bytes);
    let unmarked = SPREADSHEET.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    assert_eq!(csv::import(&unmarked, &metadata).unwrap().text, expected);
    let big = [0xfeff].into_iter().chain(SPREADSHEET.encode_utf16()).flat_map(u16::to_be_bytes);
    assert_eq!(csv::import(&little.collect::<Vec<_>>(), &metadata).unwrap().text, expected);
    assert_eq!(csv::import(&big.collect::<Vec<_>>(), &metadata).unwrap().text, expected);
}
