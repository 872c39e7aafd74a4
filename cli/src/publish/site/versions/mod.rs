//! The dataset as it was on earlier days: its files, the list of them, and what changed since.
//!
//! A version is a dataset file with the day of its last change. Its file has a hash in its name, so
//! that it can be kept for ever; the list says which day it is of.

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
    dataset_file::warn,
    diff::Compared,
    json::to_json,
    plain::plain,
    publish::{File, Output, Publication, parallel::for_each},
};

/// The versions of a dataset that are published with it.
#[derive(Debug)]
pub(in crate::publish) struct Versions {
    /// Those beside today's, by their days.
    earlier: BTreeMap<String, Version>,
    /// The day of today's data and the name of its file; `None` where its day is not known.
    today: Option<(String, String)>,
}

/// An entry of the list of versions.
#[derive(Debug, Serialize)]
struct VersionListEntry {
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
    pub(in crate::publish) fn new(
        publication: &Publication,
        given: &[File],
        output: &Output,
    ) -> Self {
        let today = publication.dataset().updated.as_ref().and_then(exact_day);
        let mut versions = Self {
            earlier: BTreeMap::new(),
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

    /// Writes the files, the list, and a page for each version beside today’s.
    ///
    /// # Errors
    ///
    /// When one cannot be written.
    pub(in crate::publish) fn write(
        &self,
        renderer: DocumentRenderer<'_>,
        output: &Output,
    ) -> Result<(), Failure> {
        if let Some((_, path)) = &self.today {
            output.write(&File::new(path, renderer.publication.source.clone()))?;
        }
        output.write(&File::new(VERSIONS_LIST, to_json(&self.list()) + "\n"))?;
        let earlier: Vec<_> = self.earlier.iter().collect();
        for_each(&earlier, |(day, version)| {
            output.write(&version.file)?;
            let page = changes_document(renderer, day, &version.file.path, version.compared());
            output.write(&File::new(changes_address(day) + "index.html", page))
        })
    }

    /// The list, the newest version first.
    fn list(&self) -> Vec<VersionListEntry> {
        let listed = |day: &String, file: &String, changes| VersionListEntry {
            day: day.clone(),
            file: file.clone(),
            changes,
        };
        let today = self.today.iter().map(|(day, path)| listed(day, path, None));
        let earlier = self.earlier.iter();
        let earlier = earlier
            .map(|(day, version)| listed(day, &version.file.path, Some(changes_address(day))));
        let mut all: Vec<_> = today.chain(earlier).collect();
        all.sort_by(|one, other| other.day.cmp(&one.day));
        all
    }

    fn contains_file(&self, path: &str) -> bool {
        self.today.as_ref().is_some_and(|(_, today)| today == path)
            || self.earlier.values().any(|version| version.file.path == path)
    }

    /// Adds a version, unless there is one of its day.
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let refused = |why: &str| warn(&format!("{} is left out: {why}", plain(name)));
        let (dataset, problems) = match read(bytes) {
            Ok(read) => read,
            Err(error) => return refused(&error.to_string()),
        };
        let Some(day) = dataset.updated.as_ref().and_then(exact_day) else {
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
        let file = File::new(path_for(bytes), bytes);
        self.earlier.entry(day).or_insert(Version { file, dataset, problems });
    }
}

impl Version {
    fn compared(&self) -> Compared<'_> {
        Compared { dataset: &self.dataset, problems: &self.problems }
    }
}

/// The day of a date that is not a whole month or year.
fn exact_day(date: &Date) -> Option<String> {
    rustscape::link::parse_day(date.as_str()).map(|day| day.to_string())
}
