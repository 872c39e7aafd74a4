//! Comparison of everything outside of the organizations: title, vocabulary, redirects, history.

use rustscape::dataset::{
    Contribute, Dataset, EVENT_KINDS, Event, Post, Redirect, SiteLink, Term, Url, VocabularyKind,
};

use super::{
    field_diff::{FieldDiff, keyword},
    matching::ItemMatches,
};
use crate::diff::change::{Change, ChangeKind, FieldChange};

/// Returns the changes that belong to no organization.
pub(super) fn compare_dataset_level(old: &Dataset, new: &Dataset) -> Vec<Change> {
    let mut changes = Vec::new();
    let fields = dataset_changes(old, new);
    if !fields.is_empty() {
        changes.push(change(ChangeKind::DatasetChanged).with(fields));
    }
    for kind in VocabularyKind::ALL {
        let (before, after) = (old.vocabulary.terms(kind), new.vocabulary.terms(kind));
        compare_terms(kind, before, after, &mut changes);
    }
    compare_redirects(&old.redirects, &new.redirects, &mut changes);
    compare_events(&old.events, &new.events, &mut changes);
    changes
}

fn change(kind: ChangeKind) -> Change {
    Change::new(kind, "", "")
}

fn dataset_changes(old: &Dataset, new: &Dataset) -> Vec<FieldChange> {
    // The pattern names all fields, so a new field cannot be forgotten. Other functions compare
    // the fields with `_`.
    let Dataset {
        title,
        description,
        language,
        license,
        updated,
        accent,
        post,
        contribute,
        links,
        vocabulary: _,
        redirects: _,
        events: _,
        organizations: _,
        projects: _,
    } = old;
    let mut diff = FieldDiff::default();
    diff.text("title", title, &new.title);
    diff.text("description", description, &new.description);
    diff.optional("language", language.as_ref(), new.language.as_ref());
    diff.optional("license", license.as_ref(), new.license.as_ref());
    diff.optional("updated", updated.as_ref(), new.updated.as_ref());
    diff.optional("accent", accent.as_ref(), new.accent.as_ref());
    compare_post(post.as_ref(), new.post.as_ref(), &mut diff);
    let Contribute { issues, mail, file } = contribute;
    diff.optional("contribute.issues", issues.as_ref(), new.contribute.issues.as_ref());
    diff.optional("contribute.mail", mail.as_ref(), new.contribute.mail.as_ref());
    diff.optional("contribute.file", file.as_ref(), new.contribute.file.as_ref());
    let link_words = |links: &[SiteLink]| -> Vec<String> {
        links.iter().map(|link| format!("{} ({})", link.label, link.url)).collect()
    };
    diff.list("links", &link_words(links), &link_words(&new.links));
    diff.into_vec()
}

fn compare_post(old: Option<&Post>, new: Option<&Post>, diff: &mut FieldDiff) {
    let text = |value: Option<&String>| value.cloned();
    let url = |post: Option<&Post>| Some(post?.url.as_ref().map(Url::as_str)?.to_owned());
    let date = |post: Option<&Post>| Some(post?.date.as_ref()?.to_string());
    diff.push("post.title", text(old.map(|post| &post.title)), text(new.map(|post| &post.title)));
    diff.push("post.url", url(old), url(new));
    let publisher = |post: Option<&Post>| post.and_then(|post| post.publisher.clone());
    diff.push("post.publisher", publisher(old), publisher(new));
    diff.push("post.date", date(old), date(new));
}

fn compare_terms(kind: VocabularyKind, old: &[Term], new: &[Term], changes: &mut Vec<Change>) {
    let mut matches = ItemMatches::new(old.len(), new.len());
    matches.match_by_key(|at| Some(&old[at].id), |at| Some(&new[at].id));
    let subject = |term: &Term| format!("{}: {}", kind.key(), term.id);
    let label = |before: Option<&Term>, after: Option<&Term>| {
        let mut diff = FieldDiff::default();
        diff.optional("label", before.map(|t| &t.label), after.map(|t| &t.label));
        diff.into_vec()
    };
    for at in matches.removed() {
        let fields = label(Some(&old[at]), None);
        changes.push(change(ChangeKind::TermRemoved).of(subject(&old[at])).with(fields));
    }
    for at in matches.added() {
        let fields = label(None, Some(&new[at]));
        changes.push(change(ChangeKind::TermAdded).of(subject(&new[at])).with(fields));
    }
    for (before, after) in matches.matched() {
        let fields = term_changes(&old[before], &new[after]);
        if !fields.is_empty() {
            changes.push(change(ChangeKind::TermChanged).of(subject(&new[after])).with(fields));
        }
    }
    if !matches.matched().map(|(_, after)| after).is_sorted() {
        changes.push(change(ChangeKind::TermsReordered).of(kind.key()));
    }
}

fn term_changes(old: &Term, new: &Term) -> Vec<FieldChange> {
    let Term { id: _, label, hint, quantity } = old;
    let mut diff = FieldDiff::default();
    diff.text("label", label, &new.label);
    diff.optional("hint", hint.as_ref(), new.hint.as_ref());
    diff.optional("quantity", quantity.as_ref(), new.quantity.as_ref());
    diff.into_vec()
}

fn compare_redirects(old: &[Redirect], new: &[Redirect], changes: &mut Vec<Change>) {
    let mut matches = ItemMatches::new(old.len(), new.len());
    matches.match_by_key(|at| Some(&old[at].from), |at| Some(&new[at].from));
    let to = |before: Option<&Redirect>, after: Option<&Redirect>| {
        let mut diff = FieldDiff::default();
        diff.optional("to", before.map(|r| &r.to), after.map(|r| &r.to));
        diff.into_vec()
    };
    for at in matches.removed() {
        let fields = to(Some(&old[at]), None);
        changes.push(change(ChangeKind::RedirectRemoved).of(&old[at].from).with(fields));
    }
    for at in matches.added() {
        let fields = to(None, Some(&new[at]));
        changes.push(change(ChangeKind::RedirectAdded).of(&new[at].from).with(fields));
    }
    for (before, after) in matches.matched() {
        let fields = to(Some(&old[before]), Some(&new[after]));
        if !fields.is_empty() {
            changes.push(change(ChangeKind::RedirectChanged).of(&new[after].from).with(fields));
        }
    }
}

fn compare_events(old: &[Event], new: &[Event], changes: &mut Vec<Change>) {
    let mut matches = ItemMatches::new(old.len(), new.len());
    matches.match_by_key(|at| Some(event_words(&old[at])), |at| Some(event_words(&new[at])));
    let removed = matches.removed().into_iter();
    changes.extend(removed.map(|at| change(ChangeKind::EventRemoved).of(event_words(&old[at]))));
    let added = matches.added().into_iter();
    changes.extend(added.map(|at| change(ChangeKind::EventAdded).of(event_words(&new[at]))));
}

fn event_words(event: &Event) -> String {
    let Event { date, record, kind, note } = event;
    let record = record.as_deref().unwrap_or("dataset");
    format!("{date} {record} {}: {note}", keyword(&EVENT_KINDS, kind))
}
