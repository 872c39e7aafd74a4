//! A dataset file that a command reads, and the warning about its invalid records.

use std::path::{Path, PathBuf};

use rustscape::dataset::{Dataset, Problem, read};

use crate::{
    Failure,
    escape::escape_invisible,
    input::{display_path, read_input},
    output::warn,
    words::counted,
};

/// Most records that the warning names; it only counts the others.
const NAMED_MAX: usize = 5;

/// A parsed dataset file.
#[derive(Debug)]
pub(crate) struct DatasetFile {
    /// Path of the file, as the user wrote it.
    pub(crate) path: PathBuf,
    /// Valid records of the file.
    pub(crate) dataset: Dataset,
    /// Reasons why the reader left out the other records.
    pub(crate) problems: Vec<Problem>,
}

impl DatasetFile {
    /// Reads a dataset file, or standard input if the path is `-`.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read or does not contain a dataset.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let bytes = read_input(path)?;
        let (dataset, problems) = read(&bytes).map_err(|error| {
            Failure::new(format!("{} is not a dataset: {error}", display_path(path)))
                .with_remedy(format!("run `rustscape check {}` for details", path.display()))
        })?;
        Ok(Self { path: path.to_owned(), dataset, problems })
    }

    /// Warns about records that the reader left out, if there are any.
    pub(crate) fn warn_about_left_out_records(&self) {
        let mut records: Vec<&str> = Vec::new();
        for problem in &self.problems {
            if !records.contains(&problem.record.as_str()) {
                records.push(&problem.record);
            }
        }
        if records.is_empty() {
            return;
        }
        let named = records.iter().take(NAMED_MAX).map(|name| escape_invisible(name));
        let named = named.collect::<Vec<_>>().join(", ");
        let more = match records.len().saturating_sub(NAMED_MAX) {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        warn(&format!(
            "{} of {} left out ({named}{more}): run `rustscape check {}` for details",
            counted(records.len(), "record", "records"),
            display_path(&self.path),
            self.path.display()
        ));
    }
}
