//! The dataset as a whole: its head, its vocabulary, its redirects, its history.

use rustscape::dataset::{
    Contribute, Dataset, EVENT_KINDS, Event, Post, Redirect, SiteLink, Term, Url, VocabularyKind,
};

use super::{
    edits::{Edits, word_of},
    pairing::Pairs,
};
use crate::diff::change::{Change, Edit, What};

/// The changes that belong to no organization.
pub(super) fn compare_head(old: &Dataset, new: &Dataset) -> Vec<Change> {
    let mut changes = Vec::new();
    let edits = head_edits(old, new);
    if !edits.is_empty() {
        changes.push(change(What::DatasetChanged).with(edits));
    }
    for coded in VocabularyKind::ALL {
        let (before, after) = (old.vocabulary.terms(coded), new.vocabulary.terms(coded));
        compare_terms(coded, before, after, &mut changes);
    }
    compare_redirects(&old.redirects, &new.redirects, &mut changes);
    compare_events(&old.events, &new.events, &mut changes);
    changes
}

fn change(what: What) -> Change {
    Change::new(what, "", "")
}

fn head_edits(old: &Dataset, new: &Dataset) -> Vec<Edit> {
    // All fields are named here, so that a new one has to be thought of; those that are not
    // compared here are compared elsewhere.
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
    let mut edits = Edits::default();
    edits.text("title", title, &new.title);
    edits.text("description", description, &new.description);
    edits.optional("language", language.as_ref(), new.language.as_ref());
    edits.optional("license", license.as_ref(), new.license.as_ref());
    edits.optional("updated", updated.as_ref(), new.updated.as_ref());
    edits.optional("accent", accent.as_ref(), new.accent.as_ref());
    compare_post(post.as_ref(), new.post.as_ref(), &mut edits);
    let Contribute { issues, mail, file } = contribute;
    edits.optional("contribute.issues", issues.as_ref(), new.contribute.issues.as_ref());
    edits.optional("contribute.mail", mail.as_ref(), new.contribute.mail.as_ref());
    edits.optional("contribute.file", file.as_ref(), new.contribute.file.as_ref());
    let link_words = |links: &[SiteLink]| -> Vec<String> {
        links.iter().map(|link| format!("{} ({})", link.label, link.url)).collect()
    };
    edits.list("links", &link_words(links), &link_words(&new.links));
    edits.into_vec()
}

fn compare_post(old: Option<&Post>, new: Option<&Post>, edits: &mut Edits) {
    let text = |value: Option<&String>| value.cloned();
    let url = |post: Option<&Post>| Some(post?.url.as_ref().map(Url::as_str)?.to_owned());
    let date = |post: Option<&Post>| Some(post?.date.as_ref()?.to_string());
    edits.push("post.title", text(old.map(|post| &post.title)), text(new.map(|post| &post.title)));
    edits.push("post.url", url(old), url(new));
    let publisher = |post: Option<&Post>| post.and_then(|post| post.publisher.clone());
    edits.push("post.publisher", publisher(old), publisher(new));
    edits.push("post.date", date(old), date(new));
}

fn compare_terms(coded: VocabularyKind, old: &[Term], new: &[Term], changes: &mut Vec<Change>) {
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_key(|at| Some(&old[at].id), |at| Some(&new[at].id));
    let subject = |term: &Term| format!("{}: {}", coded.key(), term.id);
    let label = |before: Option<&Term>, after: Option<&Term>| {
        let mut edits = Edits::default();
        edits.optional("label", before.map(|t| &t.label), after.map(|t| &t.label));
        edits.into_vec()
    };
    for at in pairs.removed() {
        let edits = label(Some(&old[at]), None);
        changes.push(change(What::TermRemoved).of(subject(&old[at])).with(edits));
    }
    for at in pairs.added() {
        let edits = label(None, Some(&new[at]));
        changes.push(change(What::TermAdded).of(subject(&new[at])).with(edits));
    }
    for (before, after) in pairs.pairs() {
        let edits = term_edits(&old[before], &new[after]);
        if !edits.is_empty() {
            changes.push(change(What::TermChanged).of(subject(&new[after])).with(edits));
        }
    }
    if !pairs.pairs().map(|(_, after)| after).is_sorted() {
        changes.push(change(What::TermsReordered).of(coded.key()));
    }
}

fn term_edits(old: &Term, new: &Term) -> Vec<Edit> {
    let Term { id: _, label, hint, quantity } = old;
    let mut edits = Edits::default();
    edits.text("label", label, &new.label);
    edits.optional("hint", hint.as_ref(), new.hint.as_ref());
    edits.optional("quantity", quantity.as_ref(), new.quantity.as_ref());
    edits.into_vec()
}

fn compare_redirects(old: &[Redirect], new: &[Redirect], changes: &mut Vec<Change>) {
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_key(|at| Some(&old[at].from), |at| Some(&new[at].from));
    let to = |before: Option<&Redirect>, after: Option<&Redirect>| {
        let mut edits = Edits::default();
        edits.optional("to", before.map(|r| &r.to), after.map(|r| &r.to));
        edits.into_vec()
    };
    for at in pairs.removed() {
        let edits = to(Some(&old[at]), None);
        changes.push(change(What::RedirectRemoved).of(&old[at].from).with(edits));
    }
    for at in pairs.added() {
        let edits = to(None, Some(&new[at]));
        changes.push(change(What::RedirectAdded).of(&new[at].from).with(edits));
    }
    for (before, after) in pairs.pairs() {
        let edits = to(Some(&old[before]), Some(&new[after]));
        if !edits.is_empty() {
            changes.push(change(What::RedirectChanged).of(&new[after].from).with(edits));
        }
    }
}

fn compare_events(old: &[Event], new: &[Event], changes: &mut Vec<Change>) {
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_key(|at| Some(event_words(&old[at])), |at| Some(event_words(&new[at])));
    let removed = pairs.removed().into_iter();
    changes.extend(removed.map(|at| change(What::EventRemoved).of(event_words(&old[at]))));
    let added = pairs.added().into_iter();
    changes.extend(added.map(|at| change(What::EventAdded).of(event_words(&new[at]))));
}

fn event_words(event: &Event) -> String {
    let Event { date, record, kind, note } = event;
    let record = record.as_deref().unwrap_or("dataset");
    format!("{date} {record} {}: {note}", word_of(&EVENT_KINDS, kind))
}
