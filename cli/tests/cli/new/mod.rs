//! An atlas of one's own, by nothing but the program.

mod alone;
mod begun;
mod refusals;

use std::{fs, path::PathBuf};

/// A folder for one test, which is not there yet.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("new").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}
