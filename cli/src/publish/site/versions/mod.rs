//! Versions of the dataset: their files, the list of them, and pages with the changes since.
//!
//! A version is a dataset file with the day of its last update. Its file name contains a hash, so
//! the file can be cached for ever; the list maps days to files.

pub(super) mod paths;

mod changes;
mod published;

use std::collections::BTreeMap;

use rustscape::dataset::{Date, read};
use serde::Serialize;

use self::{
    changes::changes_document,
    paths::{VERSIONS_LIST, changes_address, path_for},
    published::published_versions,
};
use super::DocumentRenderer;
use crate::{
    Failure,
    diff::DiffInput,
    escape::escape_invisible,
    json::to_json,
    output::warn,
    publish::{File, Output, Publication, parallel::for_each},
};

/// Versions of a dataset that are published with it.
#[derive(Debug)]
pub(in crate::publish) struct Versions {
    /// Versions of other days than the published dataset, by day.
    others: BTreeMap<String, Version>,
    /// Day of the published dataset and the path of its file; `None` if the day is unknown.
    today: Option<(String, String)>,
}

/// An entry of the list of versions.
#[derive(Debug, Serialize)]
struct VersionListEntry {
    day: String,
    /// Path of the file below the site.
    file: String,
    /// Address of the page with the changes since the version; `None` for the published one.
    changes: Option<String>,
}

/// The dataset as it was on a day.
#[derive(Debug)]
struct Version {
    file: File,
    dataset: rustscape::dataset::Dataset,
    problems: Vec<rustscape::dataset::Problem>,
}

impl Versions {
    /// Collects the versions in `given` and those of the previous publication.
    ///
    /// Each day has one version: the published dataset, or else the last one in `given` by path, or
    /// else the previously published one. Files that are not a version are left out with a warning.
    pub(in crate::publish) fn new(
        publication: &Publication,
        given: &[File],
        output: &Output,
    ) -> Self {
        let today = publication.dataset().updated.as_ref().and_then(exact_day);
        let mut versions = Self {
            others: BTreeMap::new(),
            today: today.map(|day| (day, path_for(&publication.source))),
        };
        let mut given: Vec<&File> = given.iter().collect();
        given.sort_by(|one, other| other.path.cmp(&one.path));
        for File { path, bytes } in given {
            versions.add(path, bytes);
        }
        for File { path, bytes } in published_versions(output) {
            if !versions.contains_file(&path_for(&bytes)) {
                versions.add(&path, &bytes);
            }
        }
        versions
    }

    /// Writes the files, the list, and a page with the changes since each version of another day.
    ///
    /// # Errors
    ///
    /// Fails if a file cannot be written.
    pub(in crate::publish) fn write(
        &self,
        renderer: DocumentRenderer<'_>,
        output: &Output,
    ) -> Result<(), Failure> {
        if let Some((_, path)) = &self.today {
            output.write(&File::new(path, renderer.publication.source.clone()))?;
        }
        output.write(&File::new(VERSIONS_LIST, to_json(&self.list()) + "\n"))?;
        let others: Vec<_> = self.others.iter().collect();
        for_each(&others, |(day, version)| {
            output.write(&version.file)?;
            let page = changes_document(renderer, day, &version.file.path, version.diff_input());
            output.write(&File::new(changes_address(day) + "index.html", page))
        })
    }

    /// Returns the list, with the newest version first.
    fn list(&self) -> Vec<VersionListEntry> {
        let listed = |day: &String, file: &String, changes| VersionListEntry {
            day: day.clone(),
            file: file.clone(),
            changes,
        };
        let today = self.today.iter().map(|(day, path)| listed(day, path, None));
        let others = self.others.iter();
        let others = others
            .map(|(day, version)| listed(day, &version.file.path, Some(changes_address(day))));
        let mut all: Vec<_> = today.chain(others).collect();
        all.sort_by(|one, other| other.day.cmp(&one.day));
        all
    }

    fn contains_file(&self, path: &str) -> bool {
        self.today.as_ref().is_some_and(|(_, today)| today == path)
            || self.others.values().any(|version| version.file.path == path)
    }

    /// Adds a version unless its day already has one.
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let refused = |why: &str| warn(&format!("{} is left out: {why}", escape_invisible(name)));
        let (dataset, problems) = match read(bytes) {
            Ok(read) => read,
            Err(error) => return refused(&error.to_string()),
        };
        let Some(day) = dataset.updated.as_ref().and_then(exact_day) else {
            return refused("its field `updated` does not name a day");
        };
        match &self.today {
            Some((today, _)) if day == *today => return,
            Some((today, _)) if day > *today => warn(&format!(
                "{} is of {day}, which is later than the published dataset of {today}: is --data an old file?",
                escape_invisible(name)
            )),
            _ => {}
        }
        let file = File::new(path_for(bytes), bytes);
        self.others.entry(day).or_insert(Version { file, dataset, problems });
    }
}

impl Version {
    fn diff_input(&self) -> DiffInput<'_> {
        DiffInput { dataset: &self.dataset, problems: &self.problems }
    }
}

/// Returns the day of a date that is not a whole month or year.
fn exact_day(date: &Date) -> Option<String> {
    rustscape::link::parse_day(date.as_str()).map(|day| day.to_string())
}
