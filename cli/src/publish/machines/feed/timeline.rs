//! Which entries each feed has.

use std::collections::{BTreeSet, HashMap};

use rustscape::{
    dataset::{OrgIdx, ProjectIdx},
    search::{Facet, ValueIdx},
};

use super::{
    category::values_of,
    entry::{Entry, Subject, entries, moment, own_day},
};
use crate::publish::{Publication, project_set::ProjectSet};

/// How many entries a feed has at most. Readers of feeds come several times a day and keep what
/// they have seen.
const ENTRIES_MAX: usize = 50;

/// All entries, and which of them each section has.
#[derive(Debug)]
pub(super) struct Timeline {
    /// Newest first; of one day, events before projects, both in the order of the file.
    entries: Vec<Entry>,
    /// The positions of the newest entries of each section, which has some.
    newest: HashMap<ProjectSet, Vec<usize>>,
    /// The moment of the dataset.
    own: String,
}

impl Timeline {
    /// Makes and sorts all entries.
    pub(super) fn new(publication: &Publication) -> Self {
        let own_day = own_day(publication.dataset());
        let mut entries = entries(publication, own_day);
        entries.sort_by(|one, other| other.moment.cmp(&one.moment));
        let values = Values::new(publication);
        let mut newest: HashMap<ProjectSet, Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            values.each_section(publication, entry.subject, &mut |section| {
                let of_section = newest.entry(section).or_default();
                if of_section.len() < ENTRIES_MAX {
                    of_section.push(at);
                }
            });
        }
        Self { entries, newest, own: moment(own_day) }
    }

    /// The newest entries of a section.
    pub(super) fn newest(&self, section: ProjectSet) -> Vec<&Entry> {
        let positions = self.newest.get(&section).map_or(&[][..], Vec::as_slice);
        positions.iter().filter_map(|at| self.entries.get(*at)).collect()
    }

    /// The moment of the newest entry of a section; that of the dataset, where it has none.
    pub(super) fn updated(&self, section: ProjectSet) -> &str {
        self.newest(section).first().map_or(&self.own, |entry| &entry.moment)
    }
}

/// The values that projects have, and those that the projects of an organization have together.
struct Values {
    of_projects: Vec<Vec<(Facet, ValueIdx)>>,
    of_orgs: Vec<Vec<(Facet, ValueIdx)>>,
}

impl Values {
    fn new(publication: &Publication) -> Self {
        let dataset = publication.dataset();
        let projects = (0..).map(ProjectIdx).take(dataset.projects.len());
        let of_projects: Vec<Vec<_>> =
            projects.map(|project| values_of(publication, project).collect()).collect();
        let of_org = |projects: &mut dyn Iterator<Item = ProjectIdx>| {
            let values = projects.filter_map(|project| of_projects.get(project.0 as usize));
            values.flatten().copied().collect::<BTreeSet<_>>().into_iter().collect()
        };
        let orgs = dataset.organizations.iter();
        let of_orgs = orgs.map(|org| of_org(&mut org.project_idxs())).collect();
        Self { of_projects, of_orgs }
    }

    /// Calls with every section in which an entry about something appears.
    fn each_section(
        &self,
        publication: &Publication,
        subject: Subject,
        call: &mut dyn FnMut(ProjectSet),
    ) {
        call(ProjectSet::Everything);
        let (org, values): (OrgIdx, _) = match subject {
            Subject::Dataset => return,
            Subject::Organization(org) => (org, self.of_orgs.get(org.0 as usize)),
            Subject::Project(project) => (
                publication.dataset().project(project).org,
                self.of_projects.get(project.0 as usize),
            ),
        };
        call(ProjectSet::Organization(org));
        values
            .into_iter()
            .flatten()
            .for_each(|(facet, value)| call(ProjectSet::Value(*facet, *value)));
    }
}
