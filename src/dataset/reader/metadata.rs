//! Metadata of a dataset: the fields and lists of the file besides its vocabulary and records.

use serde::Deserialize;

use super::field_reader::FieldReader;
use crate::dataset::{
    Contribute, Dataset, EVENT_KINDS, Event, Post, Redirect, SiteLink, Vocabulary,
    record::{self, Field},
};

/// Reads the metadata.
///
/// An invalid value is reported and counts as unknown; no record depends on it.
pub(super) fn read_metadata<'f>(
    mut fields: FieldReader<'f>,
    file: &record::Dataset<'f>,
) -> Dataset {
    Dataset {
        title: fields.text(&file.title),
        description: fields.optional_text(&file.description).unwrap_or_default(),
        language: fields.optional_text(&file.language),
        license: fields.optional_text(&file.license),
        updated: fields.optional_date(&file.updated),
        accent: fields.color(&file.accent),
        post: fields.optional_record(&file.post).and_then(read_post),
        contribute: fields
            .optional_record(&file.contribute)
            .map(read_contribute)
            .unwrap_or_default(),
        links: read_each(&mut fields, &file.links, read_link),
        vocabulary: Vocabulary::default(),
        redirects: read_each(&mut fields, &file.redirects, read_redirect),
        events: read_each(&mut fields, &file.events, read_event),
        organizations: Vec::new(),
        projects: Vec::new(),
    }
}

/// Returns the valid records of a list.
#[expect(clippy::ref_option, reason = "records have their fields like this")]
fn read_each<'f, R: Deserialize<'f>, T>(
    fields: &mut FieldReader<'f>,
    list: &Option<Field<'_, Vec<R>>>,
    read: fn(&mut FieldReader<'_>, &R) -> Option<T>,
) -> Vec<T> {
    let mut valid = Vec::new();
    fields.each_record(list, &mut |fields, record| {
        let record = read(fields, record);
        valid.extend(record.filter(|_| fields.is_valid()));
    });
    valid
}

fn read_post((mut fields, post): (FieldReader<'_>, record::Post<'_>)) -> Option<Post> {
    let post = Post {
        title: fields.text(&post.title),
        url: fields.optional_url(&post.url),
        publisher: fields.optional_text(&post.publisher),
        date: fields.optional_date(&post.date),
    };
    fields.is_valid().then_some(post)
}

fn read_contribute((mut fields, of): (FieldReader<'_>, record::Contribute<'_>)) -> Contribute {
    Contribute {
        issues: fields.optional_url(&of.issues),
        mail: fields.optional_text(&of.mail),
        file: fields.optional_url(&of.file),
    }
}

fn read_link(fields: &mut FieldReader<'_>, link: &record::SiteLink<'_>) -> Option<SiteLink> {
    let (label, url) = (fields.text(&link.label), fields.url(&link.url));
    Some(SiteLink { label, url: url? })
}

#[expect(clippy::unnecessary_wraps, reason = "one of those that read a record of a list")]
fn read_redirect(
    fields: &mut FieldReader<'_>,
    redirect: &record::Redirect<'_>,
) -> Option<Redirect> {
    Some(Redirect { from: fields.text(&redirect.from), to: fields.text(&redirect.to) })
}

fn read_event(fields: &mut FieldReader<'_>, event: &record::Event<'_>) -> Option<Event> {
    let (date, kind) = (fields.date(&event.date), fields.word(&event.kind, &EVENT_KINDS));
    let (record, note) = (fields.optional_text(&event.record), fields.text(&event.note));
    Some(Event { date: date?, record, kind: kind?, note })
}
