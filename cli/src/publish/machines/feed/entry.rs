//! Entries of feeds.

use jiff::civil;
use rustscape::{
    dataset::{Dataset, Event, ProjectIdx},
    link::Route,
    wording::{event_label, route_name},
};

use super::{
    category::{Category, event_category, subject_categories},
    content::{event_content, project_content, with_direction},
    fragment::FragmentGenerator,
    subject::EntrySubject,
};
use crate::publish::{
    Publication,
    day::first_day,
    record_resolver::{ORG_PREFIX, RecordResolver},
    text::{cut, one_line},
};

/// Largest number of characters of the title of an event, about as many as feed readers show in a
/// list.
const TITLE_MAX_CHARS: usize = 100;

/// Fragment of the id of the entry of a project.
const VERIFIED: &str = "#verified";

/// An entry of a feed.
#[derive(Debug)]
pub(super) struct FeedEntry {
    /// Unique absolute URL that never changes.
    pub(super) id: String,
    /// Absolute URL of the page of the entry.
    pub(super) address: String,
    /// Title on one line.
    pub(super) title: String,
    /// Summary on one line; may be empty.
    pub(super) summary: String,
    /// Complete content as HTML.
    pub(super) html: String,
    /// Time in the format of RFC 3339.
    pub(super) time: String,
    /// Kind of the entry.
    pub(super) kind: EntryKind,
    /// Categories of the entry.
    pub(super) categories: Vec<Category>,
    /// Record that the entry is about.
    pub(super) subject: EntrySubject,
}

/// Kind of a feed entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// An event of the history, whose time is fixed.
    Event,
    /// A project, whose time is that of its latest verification.
    Project,
}

/// Returns all entries: the events in the order of the file, then the projects. Projects without a
/// day of verification get `default_day`.
pub(super) fn entries(publication: &Publication, default_day: civil::Date) -> Vec<FeedEntry> {
    let dataset = publication.dataset();
    let records = RecordResolver::new(dataset);
    let mut fragments = FragmentGenerator::default();
    let events = dataset.events.iter().map(|event| {
        let fragment = fragments.next(event);
        event_entry(publication, event, &fragment, &records)
    });
    let mut entries: Vec<FeedEntry> = events.collect();
    let projects = (0..).map(ProjectIdx).take(dataset.projects.len());
    entries.extend(projects.map(|project| project_entry(publication, project, default_day)));
    entries
}

fn event_entry(
    publication: &Publication,
    event: &Event,
    fragment: &str,
    records: &RecordResolver<'_>,
) -> FeedEntry {
    let dataset = publication.dataset();
    let route = event.record.as_ref().and_then(|ids| records.find(&[ORG_PREFIX, ids].concat()));
    let changes = publication.absolute(&Route::Changes);
    let id = [changes.as_str(), "#", fragment].concat();
    let address = route.map_or_else(|| id.clone(), |route| publication.absolute(route));
    let subject = match route {
        Some(Route::Organization(org)) => EntrySubject::Organization(*org),
        Some(Route::Project(project)) => EntrySubject::Project(*project),
        _ => EntrySubject::Dataset,
    };
    let name = route.map(|route| route_name(route, dataset));
    let topic = name.as_ref().or(event.record.as_ref()).unwrap_or(&event.note);
    let mut categories = vec![event_category(&changes, event.kind)];
    categories.extend(subject_categories(publication, subject));
    FeedEntry {
        title: cut(&one_line(&format!("{}: {topic}", event_label(event.kind))), TITLE_MAX_CHARS),
        summary: one_line(&event.note),
        html: with_direction(dataset, event_content(&event.note, name.as_deref(), &address)),
        time: start_of_day(first_day(&event.date)),
        kind: EntryKind::Event,
        id,
        address,
        categories,
        subject,
    }
}

fn project_entry(
    publication: &Publication,
    project: ProjectIdx,
    default_day: civil::Date,
) -> FeedEntry {
    let dataset = publication.dataset();
    let route = Route::Project(project);
    let address = publication.absolute(&route);
    let subject = EntrySubject::Project(project);
    let record = dataset.project(project);
    let day = record.verified.as_ref().map(first_day);
    FeedEntry {
        id: [&address, VERIFIED].concat(),
        title: one_line(&route_name(&route, dataset)),
        summary: one_line(&record.summary),
        html: with_direction(dataset, project_content(dataset, project, &address)),
        time: start_of_day(day.unwrap_or(default_day)),
        kind: EntryKind::Project,
        categories: subject_categories(publication, subject),
        address,
        subject,
    }
}

/// Returns the day of the last update of a dataset. Falls back to the latest event or verification,
/// and to 1970-01-01 for a dataset without any day.
pub(super) fn dataset_day(dataset: &Dataset) -> civil::Date {
    let events = dataset.events.iter().map(|event| &event.date);
    let verified = dataset.projects.iter().filter_map(|project| project.verified.as_ref());
    let day = dataset.updated.as_ref().or_else(|| events.chain(verified).max());
    day.map_or(civil::date(1970, 1, 1), first_day)
}

/// Returns the start of a day in UTC, in the format of RFC 3339. Does not convert it to a timestamp,
/// because `jiff` cannot represent the last days of the year 9999.
pub(super) fn start_of_day(day: civil::Date) -> String {
    format!("{}Z", day.at(0, 0, 0, 0))
}
