//! The versions that were published last.

use serde::Deserialize;
use serde_json::Value;

use super::paths::VERSIONS_LIST;
use crate::{
    dataset_file::warn,
    hosting::VERSIONS,
    plain::plain,
    publish::{File, Output},
};

/// The dataset of today, which is the only version of a site that was published before there were any.
const TODAY: &str = "data/rustscape.json";

/// An entry of the last list, of which only the file counts: that tells its own day.
#[derive(Deserialize)]
struct Entry {
    file: String,
}

/// The files that the last list names. One that is not there is told of: who took it away on purpose
/// reads the word once. An entry that cannot be read takes no other with it.
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
        warn(&format!("the version {} is not there any more", plain(path)));
    }
    file
}

/// Whether a path is that of a version, and of nothing above its folder.
fn is_version(path: &str) -> bool {
    path.strip_prefix(VERSIONS)
        .is_some_and(|name| !name.contains(['/', '\\']) && !name.starts_with('.'))
}
