//! Notes about the input of a step that passed, so that it is not repeated without a change.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fingerprint;
use crate::workspace::Workspace;

/// The input of a step, and the file that notes its last input that passed.
pub(crate) struct Stamp {
    path: PathBuf,
    current: String,
}

impl Stamp {
    /// Returns the stamp of a step. Its input are the files in `paths`, each a file or a folder below `root`,
    /// and the text `context`.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub(crate) fn of(
        workspace: &Workspace,
        step: &str,
        root: &Path,
        paths: &[&str],
        context: &str,
    ) -> Result<Self, Failure> {
        let path = workspace.target().join("xtask").join(format!("{step}.stamp"));
        Ok(Self { path, current: fingerprint::of(root, paths, context)? })
    }

    /// Returns whether the step passed with this input.
    pub(crate) fn is_passed(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|passed| passed == self.current)
    }

    /// Notes that the step passed with this input.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub(crate) fn pass(&self) -> Result<(), Failure> {
        let folder = self.path.parent().unwrap_or(&self.path);
        fs::create_dir_all(folder).map_err(|error| Failure::of_file("create", folder, &error))?;
        fs::write(&self.path, &self.current)
            .map_err(|error| Failure::of_file("write", &self.path, &error))
    }
}
