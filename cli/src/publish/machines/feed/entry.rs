//! What feeds tell of.

use jiff::civil;
use rustscape::{
    dataset::{Dataset, Event, OrgIdx, ProjectIdx},
    link::Route,
    wording::{event_label, route_name},
};

use super::{
    category::{Category, categories_of, of_kind},
    content::{self, directed},
    fragment::Fragments,
};
use crate::publish::{
    Publication,
    day::first_day,
    record_resolver::{ORG_PREFIX, RecordResolver},
    text::{cut, one_line},
};

/// How many characters of an event without a record stand in its title: as many as readers of
/// feeds show in a list.
const TITLE_MAX_CHARS: usize = 100;

/// What the address of a project's entry has after the page of the project.
const VERIFIED: &str = "#verified";

/// Something that happened.
#[derive(Debug)]
pub(super) struct Entry {
    /// An absolute address that no other entry has, and that never changes.
    pub(super) id: String,
    /// The page to read.
    pub(super) address: String,
    /// On one line.
    pub(super) title: String,
    /// What there is to say, on one line. May be empty.
    pub(super) summary: String,
    /// The same and more as HTML.
    pub(super) html: String,
    /// When it happened, as in RFC 3339.
    pub(super) moment: String,
    /// Whether it happened once, or happens again when it is verified anew.
    pub(super) recurrence: Recurrence,
    /// What it is filed under.
    pub(super) categories: Vec<Category>,
    /// The record that it is about.
    pub(super) subject: Subject,
}

/// How often an entry comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recurrence {
    /// It happened on its day, and that was it.
    Once,
    /// Its day is that of the last time.
    Latest,
}

/// The record that an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// None: the dataset as a whole, or a record that is not in it.
    Dataset,
    /// An organization with all its projects.
    Organization(OrgIdx),
    /// A project.
    Project(ProjectIdx),
}

/// Every entry: the events in the order of the file, then the projects.
pub(super) fn entries(publication: &Publication, own_day: civil::Date) -> Vec<Entry> {
    let dataset = publication.dataset();
    let records = RecordResolver::new(dataset);
    let mut fragments = Fragments::default();
    let of_events = dataset.events.iter().map(|event| {
        let fragment = fragments.of(event);
        of_event(publication, event, &fragment, &records)
    });
    let mut entries: Vec<Entry> = of_events.collect();
    let projects = (0..).map(ProjectIdx).take(dataset.projects.len());
    entries.extend(projects.map(|project| of_project(publication, project, own_day)));
    entries
}

fn of_event(
    publication: &Publication,
    event: &Event,
    fragment: &str,
    records: &RecordResolver<'_>,
) -> Entry {
    let dataset = publication.dataset();
    let route = event.record.as_ref().and_then(|ids| records.find(&[ORG_PREFIX, ids].concat()));
    let changes = publication.absolute(&Route::Changes);
    let id = [changes.as_str(), "#", fragment].concat();
    let address = route.map_or_else(|| id.clone(), |route| publication.absolute(route));
    let subject = match route {
        Some(Route::Organization(org)) => Subject::Organization(*org),
        Some(Route::Project(project)) => Subject::Project(*project),
        _ => Subject::Dataset,
    };
    let name = route.map(|route| route_name(route, dataset));
    let topic = name.as_ref().or(event.record.as_ref()).unwrap_or(&event.note);
    let mut categories = vec![of_kind(&changes, event.kind)];
    categories.extend(categories_of(publication, subject));
    Entry {
        title: cut(&one_line(&format!("{}: {topic}", event_label(event.kind))), TITLE_MAX_CHARS),
        summary: one_line(&event.note),
        html: directed(dataset, content::of_event(&event.note, name.as_deref(), &address)),
        moment: moment(first_day(&event.date)),
        recurrence: Recurrence::Once,
        id,
        address,
        categories,
        subject,
    }
}

fn of_project(publication: &Publication, project: ProjectIdx, own_day: civil::Date) -> Entry {
    let dataset = publication.dataset();
    let route = Route::Project(project);
    let address = publication.absolute(&route);
    let subject = Subject::Project(project);
    let record = dataset.project(project);
    let day = record.verified.as_ref().map(first_day);
    Entry {
        id: [&address, VERIFIED].concat(),
        title: one_line(&route_name(&route, dataset)),
        summary: one_line(&record.summary),
        html: directed(dataset, content::of_project(dataset, project, &address)),
        moment: moment(day.unwrap_or(own_day)),
        recurrence: Recurrence::Latest,
        categories: categories_of(publication, subject),
        address,
        subject,
    }
}

/// The day of a dataset: the one that it names, or else the last on which something in it was
/// verified or changed. One without any day has that on which the clocks of computers begin.
pub(super) fn own_day(dataset: &Dataset) -> civil::Date {
    let events = dataset.events.iter().map(|event| &event.date);
    let verified = dataset.projects.iter().filter_map(|project| project.verified.as_ref());
    let day = dataset.updated.as_ref().or_else(|| events.chain(verified).max());
    day.map_or(civil::date(1970, 1, 1), first_day)
}

/// The beginning of a day in UTC, as in RFC 3339. Written as the day with a time, because the last
/// days of the year 9999 are beyond the moments of `jiff`.
pub(super) fn moment(day: civil::Date) -> String {
    format!("{}Z", day.at(0, 0, 0, 0))
}
