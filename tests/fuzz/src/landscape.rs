//! Bytes as a landscape: what is made of them is read without a problem.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rustscape::dataset::read;
use rustscape_cli::import::{DatasetMetadata, landscape::import};

fuzz_target!(|bytes: &[u8]| {
    let metadata = DatasetMetadata { title: "T".to_owned(), ..DatasetMetadata::default() };
    let Ok(made) = import(bytes, &metadata) else { return };
    let (_, problems) = read(made.text.as_bytes()).expect("a dataset");
    assert!(problems.is_empty(), "{problems:?}");
});
