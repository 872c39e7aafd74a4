//! Bytes that once led the fuzzer to new code: whatever they are, they are read or refused.

use std::{fs, path::Path};

use rustscape::dataset::read;
use rustscape_cli::{
    fmt::canonical,
    import::{DatasetMetadata, csv, landscape},
};

/// Calls `check` with every kept input of a fuzz target.
#[track_caller]
fn replay(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/fuzz").join(target);
    let files = fs::read_dir(&folder).unwrap();
    let n_replayed = files.map(|file| check(&fs::read(file.unwrap().path()).unwrap())).count();
    assert!(10 < n_replayed, "{}: {n_replayed}", folder.display());
}

fn metadata() -> DatasetMetadata {
    DatasetMetadata { title: "Fuzzed".to_owned(), ..DatasetMetadata::default() }
}

#[track_caller]
fn check_sound(text: &str) {
    let (_, problems) = read(text.as_bytes()).unwrap();
    assert_eq!(problems, []);
}

#[test]
fn spreadsheets_become_sound_datasets_or_are_refused() {
    replay("csv", |bytes| {
        if let Ok(made) = csv::import(bytes, &metadata()) {
            check_sound(&made.text);
        }
    });
}

#[test]
fn landscapes_become_sound_datasets_or_are_refused() {
    replay("landscape", |bytes| {
        if let Ok(made) = landscape::import(bytes, &metadata()) {
            check_sound(&made.text);
        }
    });
}

#[test]
fn what_was_formatted_once_stays_as_it_is() {
    replay("canonical", |bytes| {
        if let Ok(text) = canonical(bytes) {
            assert_eq!(canonical(text.as_bytes()).unwrap(), text);
        }
    });
}
