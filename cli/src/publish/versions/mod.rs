//! The dataset as it was on earlier days: its files, the list of them, and what changed since.
//!
//! A version is a dataset file with the day of its last change. Its file has a hash in its name, so
//! that it can be kept for ever; the list says which day it is of.

mod changes;
mod kept;

use std::collections::BTreeMap;

use rustscape::dataset::{Date, read};
use serde::Serialize;

use self::{changes::document, kept::kept};
use super::{Documents, File, Output, Publication, each::each, hash};
use crate::{Failure, dataset_file::warn, diff::DiffInput, json::to_json, plain::plain};

/// The folder of the files of all versions, which never change.
pub const VERSIONS: &str = "data/versions/";

/// The list of the versions.
pub(super) const LIST: &str = "data/versions.json";

/// The folder of the pages that say what changed since a version.
const SINCE: &str = "data/since/";

/// The versions of a dataset that are published with it.
#[derive(Debug)]
pub(super) struct Versions {
    /// Those beside today's, by their days.
    others: BTreeMap<String, Version>,
    /// The day of today's data and the name of its file; `None` where its day is not known.
    today: Option<(String, String)>,
}

/// An entry of the list of versions.
#[derive(Debug, Serialize)]
struct Listed {
    day: String,
    /// Path of the file below the site.
    file: String,
    /// Address of the page of what changed since; `None` for today's version.
    changes: Option<String>,
}

/// A dataset as it was on a day.
#[derive(Debug)]
struct Version {
    file: File,
    dataset: rustscape::dataset::Dataset,
    problems: Vec<rustscape::dataset::Problem>,
}

impl Versions {
    /// The versions in `given`, with names that tell which one is later, and those that were
    /// published last. Of one day there is one version: today's, or else the last one that is
    /// given, or else the one that is there. What cannot be a version is left out with a warning.
    pub(super) fn new(publication: &Publication, given: &[File], output: &Output) -> Self {
        let today = publication.dataset().updated.as_ref().and_then(parse_day);
        let mut versions = Self {
            others: BTreeMap::new(),
            today: today.map(|day| (day, path_of(&publication.source))),
        };
        let mut given: Vec<&File> = given.iter().collect();
        given.sort_by(|one, other| other.path.cmp(&one.path));
        for File { path, bytes } in given {
            versions.add(path, bytes);
        }
        for File { path, bytes } in kept(output) {
            if !versions.has_file(&path_of(&bytes)) {
                versions.add(&path, &bytes);
            }
        }
        versions
    }

    /// Writes the files, the list, and a page for each version beside today’s.
    ///
    /// # Errors
    ///
    /// When one cannot be written.
    pub(super) fn put(&self, documents: Documents<'_>, output: &Output) -> Result<(), Failure> {
        if let Some((_, path)) = &self.today {
            output.put(&File::new(path, documents.publication.source.clone()))?;
        }
        output.put(&File::new(LIST, to_json(&self.list()) + "\n"))?;
        let others: Vec<_> = self.others.iter().collect();
        each(&others, |(day, version)| {
            output.put(&version.file)?;
            let page = document(documents, day, &version.file.path, version.diff_input());
            output.put(&File::new(page_of(day) + "index.html", page))
        })
    }

    /// The list, the newest version first.
    fn list(&self) -> Vec<Listed> {
        let listed = |day: &String, file: &String, changes| Listed {
            day: day.clone(),
            file: file.clone(),
            changes,
        };
        let today = self.today.iter().map(|(day, path)| listed(day, path, None));
        let others = self.others.iter();
        let others =
            others.map(|(day, version)| listed(day, &version.file.path, Some(page_of(day))));
        let mut all: Vec<_> = today.chain(others).collect();
        all.sort_by(|one, other| other.day.cmp(&one.day));
        all
    }

    fn has_file(&self, path: &str) -> bool {
        self.today.as_ref().is_some_and(|(_, today)| today == path)
            || self.others.values().any(|version| version.file.path == path)
    }

    /// Adds a version, unless there is one of its day.
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let refused = |why: &str| warn(&format!("{} is left out: {why}", plain(name)));
        let (dataset, problems) = match read(bytes) {
            Ok(read) => read,
            Err(error) => return refused(&error.to_string()),
        };
        let Some(day) = dataset.updated.as_ref().and_then(parse_day) else {
            return refused("it does not say on which day it was `updated`");
        };
        match &self.today {
            Some((today, _)) if day == *today => return,
            Some((today, _)) if *today < day => warn(&format!(
                "{} is of {day}, which is after what is published, {today}: is that an old file?",
                plain(name)
            )),
            _ => {}
        }
        let file = File::new(path_of(bytes), bytes);
        self.others.entry(day).or_insert(Version { file, dataset, problems });
    }
}

impl Version {
    fn diff_input(&self) -> DiffInput<'_> {
        DiffInput { dataset: &self.dataset, problems: &self.problems }
    }
}

/// The day of a date that is not a whole month or year.
fn parse_day(date: &Date) -> Option<String> {
    rustscape::link::parse_day(date.as_str()).map(|day| day.to_string())
}

/// Where the file of a version is.
fn path_of(bytes: &[u8]) -> String {
    [VERSIONS, &hash::digits(bytes), ".json"].concat()
}

/// The address of the page of what changed since the version of a day.
fn page_of(day: &str) -> String {
    [SINCE, day, "/"].concat()
}
