//! `rustscape new`.

mod contents;
mod end_to_end;
mod refusals;

use std::{fs, path::PathBuf};

/// Returns the path of a folder for one test and deletes the folder if it exists.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("new").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}
