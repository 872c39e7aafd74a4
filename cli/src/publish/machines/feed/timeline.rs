//! Selection of the entries of each feed.

use std::collections::{BTreeSet, HashMap};

use rustscape::{
    dataset::{OrgIdx, ProjectIdx},
    search::{Facet, ValueIdx},
};

use super::{
    category::facet_values,
    entry::{FeedEntry, dataset_day, entries, start_of_day},
    subject::EntrySubject,
};
use crate::publish::{Publication, project_set::ProjectSet};

/// Largest number of entries of a feed. Feed readers poll several times a day and keep old entries.
const ENTRIES_MAX: usize = 50;

/// All entries and the newest ones of each section.
#[derive(Debug)]
pub(super) struct EntryIndex {
    /// Entries, newest first. Events of a day precede its projects, both in the order of the file.
    entries: Vec<FeedEntry>,
    /// Positions of the newest entries of each section with entries.
    newest: HashMap<ProjectSet, Vec<usize>>,
    /// Time of the last update of the dataset, in the format of RFC 3339.
    dataset_time: String,
}

impl EntryIndex {
    /// Creates and sorts all entries.
    pub(super) fn new(publication: &Publication) -> Self {
        let day = dataset_day(publication.dataset());
        let mut entries = entries(publication, day);
        entries.sort_by(|one, other| other.time.cmp(&one.time));
        let values = FacetValues::new(publication);
        let mut newest: HashMap<ProjectSet, Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            values.for_each_section(publication, entry.subject, &mut |section| {
                let positions = newest.entry(section).or_default();
                if positions.len() < ENTRIES_MAX {
                    positions.push(at);
                }
            });
        }
        Self { entries, newest, dataset_time: start_of_day(day) }
    }

    /// Returns the newest entries of a section.
    pub(super) fn newest(&self, section: ProjectSet) -> Vec<&FeedEntry> {
        let positions = self.newest.get(&section).map_or(&[][..], Vec::as_slice);
        positions.iter().filter_map(|at| self.entries.get(*at)).collect()
    }

    /// Returns the time of the newest entry of a section, or that of the dataset if the section has no
    /// entries.
    pub(super) fn updated(&self, section: ProjectSet) -> &str {
        self.newest(section).first().map_or(&self.dataset_time, |entry| &entry.time)
    }
}

/// Facet values of each project, and of all projects of each organization together.
struct FacetValues {
    by_project: Vec<Vec<(Facet, ValueIdx)>>,
    by_org: Vec<Vec<(Facet, ValueIdx)>>,
}

impl FacetValues {
    fn new(publication: &Publication) -> Self {
        let dataset = publication.dataset();
        let projects = (0..).map(ProjectIdx).take(dataset.projects.len());
        let by_project: Vec<Vec<_>> =
            projects.map(|project| facet_values(publication, project).collect()).collect();
        let of_org = |projects: &mut dyn Iterator<Item = ProjectIdx>| {
            let values = projects.filter_map(|project| by_project.get(project.0 as usize));
            values.flatten().copied().collect::<BTreeSet<_>>().into_iter().collect()
        };
        let orgs = dataset.organizations.iter();
        let by_org = orgs.map(|org| of_org(&mut org.project_idxs())).collect();
        Self { by_project, by_org }
    }

    /// Calls `call` with every section that shows entries about `subject`.
    fn for_each_section(
        &self,
        publication: &Publication,
        subject: EntrySubject,
        call: &mut dyn FnMut(ProjectSet),
    ) {
        call(ProjectSet::Everything);
        let (org, values): (OrgIdx, _) = match subject {
            EntrySubject::Dataset => return,
            EntrySubject::Organization(org) => (org, self.by_org.get(org.0 as usize)),
            EntrySubject::Project(project) => (
                publication.dataset().project(project).org,
                self.by_project.get(project.0 as usize),
            ),
        };
        call(ProjectSet::Organization(org));
        values
            .into_iter()
            .flatten()
            .for_each(|(facet, value)| call(ProjectSet::Value(*facet, *value)));
    }
}
