//! What the file says of itself, and the lists beside its records.

use super::fields::Fields;
use crate::dataset::{Contribute, Dataset, EVENT_KINDS, Event, Link, Post, Redirect, Vocabulary};

/// Reads everything but the vocabulary and the records. What breaks a rule here is reported and
/// counts as unknown: a title that is missing hides no record.
pub(super) fn read_head(mut file: Fields<'_>) -> Dataset {
    Dataset {
        title: file.text("title"),
        description: file.optional_text("description").unwrap_or_default(),
        language: file.optional_text("language"),
        license: file.optional_text("license"),
        updated: file.date("updated"),
        accent: file.color("accent"),
        post: file.optional_record("post").and_then(read_post),
        contribute: file.optional_record("contribute").map(read_contribute).unwrap_or_default(),
        links: read_each(&mut file, "links", |fields| {
            let (label, url) = (fields.text("label"), fields.required_url("url"));
            Some(Link { label, url: url? })
        }),
        vocabulary: Vocabulary::default(),
        redirects: read_each(&mut file, "redirects", |fields| {
            Some(Redirect { from: fields.text("from"), to: fields.text("to") })
        }),
        events: read_each(&mut file, "events", read_event),
        organizations: Vec::new(),
        projects: Vec::new(),
    }
}

/// The records of a list that are sound.
fn read_each<T>(
    file: &mut Fields<'_>,
    field: &str,
    read: impl Fn(&mut Fields<'_>) -> Option<T>,
) -> Vec<T> {
    let mut records = Vec::new();
    file.each_record(field, &mut |fields| {
        let record = read(fields);
        records.extend(record.filter(|_| fields.are_sound()));
    });
    records
}

fn read_post(mut fields: Fields<'_>) -> Option<Post> {
    let post = Post {
        title: fields.text("title"),
        url: fields.url("url"),
        publisher: fields.optional_text("publisher"),
        date: fields.date("date"),
    };
    fields.are_sound().then_some(post)
}

fn read_contribute(mut fields: Fields<'_>) -> Contribute {
    Contribute {
        issues: fields.url("issues"),
        mail: fields.optional_text("mail"),
        file: fields.url("file"),
    }
}

fn read_event(fields: &mut Fields<'_>) -> Option<Event> {
    let (date, kind) = (fields.required_date("date"), fields.word("kind", &EVENT_KINDS));
    let (record, note) = (fields.optional_text("record"), fields.text("note"));
    Some(Event { date: date?, record, kind: kind?, note })
}
