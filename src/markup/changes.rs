//! Page of the changes in the data.

use maud::{Markup, html};

use super::{Site, crumbs::crumbs};
use crate::{
    dataset::{Event, EventKind},
    link::find_record,
    wording::{event_label, route_name},
};

/// Renders the changes in the data, newest first. `heading_id` is the id of the heading, `list` the path
/// and the label of the link back to the list, `n_max` the maximum number of changes.
pub fn changes(site: Site<'_>, heading_id: &str, list: (&str, &str), n_max: usize) -> Markup {
    let mut events = newest_first(&site.dataset.events);
    events.truncate(n_max);
    html! {
        (crumbs(site, list, None))
        div {
            h1 id=(heading_id) tabindex="-1" { "What changed" }
            @if events.is_empty() {
                p.lead lang="en" dir="ltr" { "This dataset lists no changes." }
            } @else {
                p.lead lang="en" dir="ltr" { "Added, corrected and changed records, newest first." }
            }
            @for day in events.chunk_by(|one, other| one.date == other.date) {
                section.block {
                    h2.num { (day[0].date) }
                    ul.events { @for event in day { (change(site, event)) } }
                }
            }
        }
    }
}

/// Returns the events by day, newest first; events of one day keep the order of the file. Insertion
/// sort, because files are usually sorted already and the standard sort would add three kilobytes.
fn newest_first(events: &[Event]) -> Vec<&Event> {
    let mut sorted: Vec<&Event> = Vec::with_capacity(events.len());
    for event in events {
        let at = sorted.partition_point(|other| event.date <= other.date);
        sorted.insert(at, event);
    }
    sorted
}

fn change(site: Site<'_>, event: &Event) -> Markup {
    html! {
        li {
            span class=(tone(event.kind)) { (event_label(event.kind)) }
            p dir="auto" {
                @if let Some(record) = &event.record { (record_link(site, record)) ": " }
                (event.note)
            }
        }
    }
}

/// Link to a record by its current name, or its id if the record no longer exists.
fn record_link(site: Site<'_>, record: &str) -> Markup {
    let Ok(route) = find_record(record, site.dataset) else { return html! { (record) } };
    html! { a dir="auto" href=(site.href(&route)) { (route_name(&route, site.dataset)) } }
}

fn tone(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Added | EventKind::Outcome => "pill good",
        EventKind::Corrected | EventKind::Status => "pill warn",
        EventKind::Source | EventKind::Renamed => "pill plain",
    }
}
