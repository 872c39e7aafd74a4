//! Dataset files as commands read them.

use std::{
    fs, io,
    io::Read as _,
    path::{Path, PathBuf},
};

use anstyle::AnsiColor;
use rustscape::dataset::{Dataset, Problem, read};

use crate::{Failure, diff::DiffInput, plain::plain, words::counted};

/// The path that stands for the standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// How many records that were left out are named; the others are counted.
const NAMED_MAX: usize = 5;

/// A dataset file that was read.
#[derive(Debug)]
pub(crate) struct DatasetFile {
    /// The file, as it was named.
    pub(crate) path: PathBuf,
    /// What could be read.
    pub(crate) dataset: Dataset,
    /// Why records were left out.
    pub(crate) problems: Vec<Problem>,
}

impl DatasetFile {
    /// Reads a file, or the standard input for `-`.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is no dataset.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let bytes = bytes_of(path)?;
        let (dataset, problems) = read(&bytes).map_err(|error| {
            Failure::new(format!("{} is no dataset: {error}", shown(path)))
                .with_remedy(format!("`rustscape check {}` says more", path.display()))
        })?;
        Ok(Self { path: path.to_owned(), dataset, problems })
    }

    /// Returns the dataset and its problems as input of a comparison.
    pub(crate) fn diff_input(&self) -> DiffInput<'_> {
        DiffInput { dataset: &self.dataset, problems: &self.problems }
    }

    /// Says on the standard error which records were left out, if any were.
    pub(crate) fn warn_of_left_out(&self) {
        let mut records: Vec<&str> = Vec::new();
        for problem in &self.problems {
            if !records.contains(&problem.record.as_str()) {
                records.push(&problem.record);
            }
        }
        if records.is_empty() {
            return;
        }
        let named: Vec<String> = records.iter().take(NAMED_MAX).map(|name| plain(name)).collect();
        let more = match records.len().saturating_sub(NAMED_MAX) {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        warn(&format!(
            "{} of {} left out ({}{more}), because it breaks a rule: `rustscape check {}` says which",
            counted(records.len(), "record", "records"),
            shown(&self.path),
            named.join(", "),
            self.path.display()
        ));
    }
}

/// Says something on the standard error that does not stop the command.
pub(crate) fn warn(text: &str) {
    let style = AnsiColor::Yellow.on_default().bold();
    anstream::eprintln!("{style}warning{style:#}: {text}");
}

/// The bytes of a file, or of the standard input for `-`.
///
/// # Errors
///
/// When it cannot be read.
pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new(STANDARD_INPUT) {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::new(format!("the standard input cannot be read: {error}")))?;
        return Ok(bytes);
    }
    fs::read(path).map_err(|error| Failure::reading(path, &error))
}

/// What a file is called in a sentence.
pub(crate) fn shown(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) {
        return "the standard input".to_owned();
    }
    plain(&path.display().to_string())
}
