//! Replay of inputs that the fuzzer kept: each is accepted or rejected without a panic.

use std::{fs, path::Path};

use rustscape::dataset::read;
use rustscape_cli::{
    fmt::canonical,
    import::{DatasetMetadata, csv, landscape},
};

/// Calls `check` with every stored input of a fuzz target.
#[track_caller]
fn replay(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/fuzz").join(target);
    let files = fs::read_dir(&folder).unwrap();
    let n_replayed = files.map(|file| check(&fs::read(file.unwrap().path()).unwrap())).count();
    assert!(n_replayed > 10, "{}: {n_replayed}", folder.display());
}

fn metadata() -> DatasetMetadata {
    DatasetMetadata { title: "Fuzzed".to_owned(), ..DatasetMetadata::default() }
}

#[track_caller]
fn assert_valid(text: &str) {
    let (_, problems) = read(text.as_bytes()).unwrap();
    assert_eq!(problems, []);
}

#[test]
fn imports_spreadsheets_as_valid_datasets_or_rejects_them() {
    replay("csv", |bytes| {
        if let Ok(made) = csv::import(bytes, &metadata()) {
            assert_valid(&made.text);
        }
    });
}

#[test]
fn imports_landscapes_as_valid_datasets_or_rejects_them() {
    replay("landscape", |bytes| {
        if let Ok(made) = landscape::import(bytes, &metadata()) {
            assert_valid(&made.text);
        }
    });
}

#[test]
fn formatting_is_idempotent() {
    replay("canonical", |bytes| {
        if let Ok(text) = canonical(bytes) {
            assert_eq!(canonical(text.as_bytes()).unwrap(), text);
        }
    });
}
