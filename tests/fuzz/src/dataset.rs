//! Bytes as a dataset: read, indexed and searched.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rustscape::{dataset::read, search::{Index, Query}, wording::NAMES};

fuzz_target!(|bytes: &[u8]| {
    let Ok((dataset, problems)) = read(bytes) else { return };
    assert!(problems.iter().all(|problem| 0 < problem.at.line));
    let index = Index::new(&dataset, &NAMES);
    let results = index.search(&Query::default());
    assert_eq!(results.n_projects as usize, dataset.projects.len());
});
