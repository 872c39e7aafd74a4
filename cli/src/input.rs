//! Reading files that a user names on the command line.

use std::{fs, io, io::Read as _, path::Path};

use crate::{Failure, escape::escape_invisible};

/// Path that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// Returns whether a path stands for standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path == Path::new(STANDARD_INPUT)
}

/// Reads a whole file, or standard input if the path is `-`.
///
/// # Errors
///
/// Fails if the file or standard input cannot be read.
pub(crate) fn read_input(path: &Path) -> Result<Vec<u8>, Failure> {
    if !is_standard_input(path) {
        return fs::read(path).map_err(|error| Failure::reading(path, &error));
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("cannot read standard input: {error}")))?;
    Ok(bytes)
}

/// Returns the name of a file for messages: its path, or "the standard input" for `-`.
pub(crate) fn display_path(path: &Path) -> String {
    if is_standard_input(path) {
        return "the standard input".to_owned();
    }
    escape_invisible(&path.display().to_string())
}
