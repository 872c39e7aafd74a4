//! Embeds the built app in the program if `RUSTSCAPE_APP` names the folder of the app. Otherwise, or
//! if the folder does not exist, the program has no app and `publish` asks for one.

#![allow(clippy::unwrap_used, reason = "a panic fails the build")]

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// Environment variable that names the folder of the built app.
const VARIABLE: &str = "RUSTSCAPE_APP";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    let folder = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    if folder.as_deref().is_some_and(Path::is_relative) {
        // A build script runs in the folder of its package, so a relative path would be ambiguous.
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

/// Returns the sorted paths of the app's files in a folder.
///
/// Tells cargo to rerun this script if one of the files changes. Another build of the app has other
/// file names, so its predecessors are then missing. Cargo watches an empty folder itself, and reruns
/// the script every time if the folder does not exist.
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

/// Returns whether a file is part of the app, unlike the pages and pictures in the same folder.
fn is_part(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    path.is_file() && matches!(extension, Some("css" | "js" | "svg" | "wasm"))
}
