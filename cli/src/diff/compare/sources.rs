//! Comparison of the sources of a project.

use rustscape::dataset::{CHECK_METHODS, Dataset, Source, VocabularyKind};

use super::{
    field_diff::{FieldDiff, keyword, term_id},
    matching::ItemMatches,
};
use crate::{
    diff::change::{Change, ChangeKind, FieldChange},
    url_normalization::normalize_url,
};

/// Returns the name of a source in a report: its URL, or its title if it has none.
pub(super) fn source_name(source: &Source) -> String {
    source.url.as_ref().map_or_else(|| source.title.clone(), |url| url.as_str().to_owned())
}

/// Matches sources by URL in any spelling, then by title, as their URL may have changed. Matches
/// sources without a URL by position.
pub(super) fn match_sources(old: &[Source], new: &[Source]) -> ItemMatches {
    let mut matches = ItemMatches::new(old.len(), new.len());
    matches.match_by_key(|at| old[at].url.as_ref(), |at| new[at].url.as_ref());
    let urls = |sources: &[Source]| -> Vec<_> {
        let urls = sources.iter().map(|source| source.url.as_ref());
        urls.map(|url| url.map(|url| normalize_url(url.as_str()).into_owned())).collect()
    };
    let (old_urls, new_urls) = (urls(old), urls(new));
    matches.match_by_key(|at| old_urls[at].as_ref(), |at| new_urls[at].as_ref());
    matches.match_by_key(|at| Some(&old[at].title), |at| Some(&new[at].title));
    let position = |sources: &[Source], at: usize| sources[at].url.is_none().then_some(at);
    matches.match_by_key(|at| position(old, at), |at| position(new, at));
    matches
}

/// Returns the changes of the sources of one project. `change` creates a change of this project.
pub(super) fn compare_sources(
    (old, old_dataset): (&[Source], &Dataset),
    (new, new_dataset): (&[Source], &Dataset),
    matches: &ItemMatches,
    change: &dyn Fn(ChangeKind) -> Change,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for at in matches.removed() {
        let title =
            FieldChange { field: "title".into(), before: Some(old[at].title.clone()), after: None };
        changes.push(change(ChangeKind::SourceRemoved).of(source_name(&old[at])).with(vec![title]));
    }
    for at in matches.added() {
        let title =
            FieldChange { field: "title".into(), before: None, after: Some(new[at].title.clone()) };
        changes.push(change(ChangeKind::SourceAdded).of(source_name(&new[at])).with(vec![title]));
    }
    for (before, after) in matches.matched() {
        let fields = source_changes((&old[before], old_dataset), (&new[after], new_dataset));
        let is_recheck = fields.iter().all(|change| change.field == "checked");
        let kind =
            if is_recheck { ChangeKind::SourceRechecked } else { ChangeKind::SourceCorrected };
        if !fields.is_empty() {
            changes.push(change(kind).of(source_name(&new[after])).with(fields));
        }
    }
    changes
}

fn source_changes(
    (old, old_dataset): (&Source, &Dataset),
    (new, new_dataset): (&Source, &Dataset),
) -> Vec<FieldChange> {
    let Source { url, title, publisher, date, kind, supports, checked, line: _ } = old;
    let mut diff = FieldDiff::default();
    diff.optional("url", url.as_ref(), new.url.as_ref());
    diff.text("title", title, &new.title);
    diff.optional("publisher", publisher.as_ref(), new.publisher.as_ref());
    diff.optional("date", date.as_ref(), new.date.as_ref());
    let id = |dataset: &Dataset, kind| {
        term_id(&dataset.vocabulary, VocabularyKind::SourceKind, kind).map(str::to_owned)
    };
    diff.push("kind", id(old_dataset, *kind), id(new_dataset, new.kind));
    diff.text("supports", supports, &new.supports);
    let checked_words = |checked: &Option<_>| {
        checked.as_ref().map(|(date, how)| format!("{date}, {}", keyword(&CHECK_METHODS, how)))
    };
    diff.push("checked", checked_words(checked), checked_words(&new.checked));
    diff.into_vec()
}
