//! Reads earlier versions of a file from the history of the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::program;
use crate::workspace::Workspace;

/// Writes each content that `path` had in the history of the repository into a folder and returns
/// that folder. A later content has a name that sorts after the earlier ones. Without git or its
/// history the folder is empty.
///
/// # Errors
///
/// When a file cannot be written.
pub(crate) fn versions(workspace: &Workspace, path: &str) -> Result<PathBuf, Failure> {
    let folder = workspace.target().join("xtask/versions");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(|error| Failure::of_file("empty", &folder, &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| Failure::of_file("create", &folder, &error))?;
    let commits = commits(workspace.root(), path).unwrap_or_default();
    for (position, commit) in commits.lines().enumerate() {
        // A commit that deleted the file has no content.
        if let Some(content) = content(workspace.root(), commit, path) {
            let file = folder.join(format!("{position:06}.json"));
            fs::write(&file, content).map_err(|error| Failure::of_file("write", &file, &error))?;
        }
    }
    Ok(folder)
}

/// Returns the commits that changed `path`, one per line, oldest first.
fn commits(root: &Path, path: &str) -> Option<String> {
    let arguments = ["log", "--first-parent", "--reverse", "--format=%H", "--", path];
    program::output(Command::new("git").current_dir(root).args(arguments))
}

fn content(root: &Path, commit: &str, path: &str) -> Option<Vec<u8>> {
    let object = format!("{commit}:{path}");
    let output = Command::new("git").current_dir(root).args(["show", &object]).output().ok()?;
    output.status.success().then_some(output.stdout)
}
