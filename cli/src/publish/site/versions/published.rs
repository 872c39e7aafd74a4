//! Versions in the previous publication.

use serde::Deserialize;
use serde_json::Value;

use super::paths::VERSIONS_LIST;
use crate::{
    escape::escape_invisible,
    hosting::VERSIONS,
    output::warn,
    publish::{File, Output},
};

/// Path of the published dataset, which is the only version of a site from before versions existed.
const TODAY: &str = "data/rustscape.json";

/// An entry of the previous list. Only the path counts, because each file contains its own day.
#[derive(Deserialize)]
struct Entry {
    file: String,
}

/// Returns the files in the previous list of versions.
///
/// A missing file causes a warning. An unreadable entry is skipped and does not affect the others.
pub(super) fn published_versions(output: &Output) -> Vec<File> {
    let Some(list) = output.previous(VERSIONS_LIST) else {
        return output.previous(TODAY).map(|bytes| File::new(TODAY, bytes)).into_iter().collect();
    };
    let list: Vec<Value> = serde_json::from_slice(&list).unwrap_or_default();
    let entries = list.iter().filter_map(|entry| Entry::deserialize(entry).ok());
    let paths = entries.map(|entry| entry.file).filter(|path| is_version(path));
    paths.filter_map(|path| file(&path, output)).collect()
}

fn file(path: &str, output: &Output) -> Option<File> {
    let file = output.previous(path).map(|bytes| File::new(path, bytes));
    if file.is_none() {
        warn(&format!("the version {} does not exist any more", escape_invisible(path)));
    }
    file
}

/// Returns whether a path names a file directly in the folder of versions.
fn is_version(path: &str) -> bool {
    path.strip_prefix(VERSIONS)
        .is_some_and(|name| !name.contains(['/', '\\']) && !name.starts_with('.'))
}
