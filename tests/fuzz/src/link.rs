//! Bytes as an address: read, written and read again.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rustscape::{
    dataset::{Dataset, read},
    link::{address, read as read_link},
    search::Index,
    wording::NAMES,
};

const SAMPLE: &[u8] = include_bytes!("../../fixtures/sample.json");

static ATLAS: LazyLock<(Dataset, Index)> = LazyLock::new(|| {
    let Ok((dataset, _)) = read(SAMPLE) else { panic!("the sample is a dataset") };
    let index = Index::new(&dataset, &NAMES);
    (dataset, index)
});

fuzz_target!(|text: &str| {
    let (dataset, index) = &*ATLAS;
    let link = read_link(text, dataset, index.catalog());
    let written = address(&link.route, dataset, index.catalog());
    let again = read_link(&written, dataset, index.catalog());
    assert_eq!(again.route, link.route, "{written}");
});
