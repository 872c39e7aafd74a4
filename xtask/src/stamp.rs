//! Notes about the input of a step that passed, so that it is not repeated without a change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::program;
use crate::step::Step;
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

    /// Runs the tests of a step and notes that they passed. If nothing changed since then, they only run if
    /// they are `required`.
    ///
    /// # Errors
    ///
    /// When a test fails.
    pub(crate) fn run_tests(
        &self,
        step: Step,
        required: bool,
        tests: &mut Command,
    ) -> Result<(), Failure> {
        if !required && self.is_passed() {
            println!(
                "unchanged since they passed, not run again; run them with: cargo xtask test {}",
                step.name()
            );
            return Ok(());
        }
        program::run(tests)?;
        self.pass()
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
