//! Puts the built app into the program, where `RUSTSCAPE_APP` names the folder that has it. Without
//! it, or while there is no such folder, the program has no app and asks for one.

#![allow(clippy::unwrap_used, reason = "a build that cannot go on has failed")]

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The variable that names the folder of the built app.
const VARIABLE: &str = "RUSTSCAPE_APP";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    let folder = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    if folder.as_deref().is_some_and(Path::is_relative) {
        // A build script runs in the folder of its package, which is not where it was typed.
        println!("cargo::error={VARIABLE} has to be an absolute path");
    }
    let files = folder.as_deref().map(files_in).unwrap_or_default();
    let mut table = "&[".to_owned();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy();
        let path = file.to_str().unwrap();
        write!(table, "({name:?}, include_bytes!({path:?})),").unwrap();
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    fs::write(out.join("app.in"), table).unwrap();
}

/// The parts of the app in a folder, sorted. Another build has other names, so that these are
/// missing then. While the folder is empty, cargo watches it; while it is not there, cargo runs this
/// each time.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| is_part(path)).collect();
    files.sort();
    for path in files.iter().map(PathBuf::as_path).chain(files.is_empty().then_some(folder)) {
        println!("cargo:rerun-if-changed={}", path.display());
    }
    files
}

/// Whether a file is part of the app, not a page or a picture beside it.
fn is_part(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    path.is_file() && matches!(extension, Some("css" | "js" | "svg" | "wasm"))
}
