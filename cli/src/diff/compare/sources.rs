//! The sources of a project.

use rustscape::dataset::{CHECK_METHODS, Dataset, Source, VocabularyKind};

use super::{
    edits::{Edits, id_of, word_of},
    pairing::Pairs,
};
use crate::{
    diff::change::{Change, Edit, What},
    url_normalization::normalize_url,
};

/// What a source is called: its address, or its title where it has none.
pub(super) fn source_name(source: &Source) -> String {
    source.url.as_ref().map_or_else(|| source.title.clone(), |url| url.as_str().to_owned())
}

/// Pairs the sources: by address in any spelling, then by title (its address changed), and where
/// there is no address by position.
pub(super) fn pair_sources(old: &[Source], new: &[Source]) -> Pairs {
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_key(|at| old[at].url.as_ref(), |at| new[at].url.as_ref());
    let addresses = |sources: &[Source]| -> Vec<_> {
        let urls = sources.iter().map(|source| source.url.as_ref());
        urls.map(|url| url.map(|url| normalize_url(url.as_str()).into_owned())).collect()
    };
    let (old_addresses, new_addresses) = (addresses(old), addresses(new));
    pairs.by_key(|at| old_addresses[at].as_ref(), |at| new_addresses[at].as_ref());
    pairs.by_key(|at| Some(&old[at].title), |at| Some(&new[at].title));
    let position = |sources: &[Source], at: usize| sources[at].url.is_none().then_some(at);
    pairs.by_key(|at| position(old, at), |at| position(new, at));
    pairs
}

/// The changes of the sources of one project, all of them like `change` but for what happened.
pub(super) fn compare_sources(
    (old, old_dataset): (&[Source], &Dataset),
    (new, new_dataset): (&[Source], &Dataset),
    pairs: &Pairs,
    change: &dyn Fn(What) -> Change,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for at in pairs.removed() {
        let title =
            Edit { field: "title".into(), before: Some(old[at].title.clone()), after: None };
        changes.push(change(What::SourceRemoved).of(source_name(&old[at])).with(vec![title]));
    }
    for at in pairs.added() {
        let title =
            Edit { field: "title".into(), before: None, after: Some(new[at].title.clone()) };
        changes.push(change(What::SourceAdded).of(source_name(&new[at])).with(vec![title]));
    }
    for (before, after) in pairs.pairs() {
        let edits = edits((&old[before], old_dataset), (&new[after], new_dataset));
        let is_recheck = edits.iter().all(|edit| edit.field == "checked");
        let what = if is_recheck { What::SourceRechecked } else { What::SourceCorrected };
        if !edits.is_empty() {
            changes.push(change(what).of(source_name(&new[after])).with(edits));
        }
    }
    changes
}

fn edits(
    (old, old_dataset): (&Source, &Dataset),
    (new, new_dataset): (&Source, &Dataset),
) -> Vec<Edit> {
    let Source { url, title, publisher, date, kind, supports, checked, line: _ } = old;
    let mut edits = Edits::default();
    edits.optional("url", url.as_ref(), new.url.as_ref());
    edits.text("title", title, &new.title);
    edits.optional("publisher", publisher.as_ref(), new.publisher.as_ref());
    edits.optional("date", date.as_ref(), new.date.as_ref());
    let id = |dataset: &Dataset, kind| {
        id_of(&dataset.vocabulary, VocabularyKind::SourceKind, kind).map(str::to_owned)
    };
    edits.push("kind", id(old_dataset, *kind), id(new_dataset, new.kind));
    edits.text("supports", supports, &new.supports);
    let checked_words = |checked: &Option<_>| {
        checked.as_ref().map(|(date, how)| format!("{date}, {}", word_of(&CHECK_METHODS, how)))
    };
    edits.push("checked", checked_words(checked), checked_words(&new.checked));
    edits.into_vec()
}
