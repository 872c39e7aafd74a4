//! Outcomes and notes: sentences that name a source.

use rustscape::dataset::{DIRECTIONS, Dataset, Note, Outcome, Project, UNITS, VocabularyKind};

use super::{
    edits::{Edits, word_of},
    pairing::{Pairs, likeness},
    sources::source_name,
};
use crate::diff::change::{Change, Edit, What};

/// A project of one of the datasets, and which source of the other one each of its sources is.
#[derive(Clone, Copy)]
pub(super) struct Side<'d> {
    pub(super) dataset: &'d Dataset,
    pub(super) project: &'d Project,
}

impl Side<'_> {
    fn metric(&self, outcome: &Outcome) -> &str {
        &self.dataset.vocabulary.term(VocabularyKind::Metric, outcome.metric).id
    }

    fn source(&self, at: usize) -> Option<String> {
        self.project.sources.get(at).map(source_name)
    }
}

/// The changes of the outcomes: the same ones by their statement, then by their metric and most of
/// the words of the statement.
pub(super) fn compare_outcomes(
    old: Side<'_>,
    new: Side<'_>,
    sources: &Pairs,
    change: &dyn Fn(What) -> Change,
) -> Vec<Change> {
    let (before, after) = (&old.project.outcomes, &new.project.outcomes);
    let mut pairs = Pairs::new(before.len(), after.len());
    pairs.by_key(|at| Some(&before[at].statement), |at| Some(&after[at].statement));
    pairs.by_likeness(|old_at, new_at| {
        let (before, after) = (&before[old_at], &after[new_at]);
        if old.metric(before) == new.metric(after) {
            return likeness(&before.statement, &after.statement);
        }
        0.0
    });
    let mut changes = Vec::new();
    for at in pairs.removed() {
        changes.push(change(What::OutcomeRemoved).of(&before[at].statement));
    }
    for at in pairs.added() {
        changes.push(change(What::OutcomeAdded).of(&after[at].statement));
    }
    for (old_at, new_at) in pairs.pairs() {
        let edits = outcome_edits((old, &before[old_at]), (new, &after[new_at]), sources);
        if !edits.is_empty() {
            changes.push(change(What::OutcomeChanged).of(&after[new_at].statement).with(edits));
        }
    }
    changes
}

/// The changes of the notes: the same ones by their statement, then by most of its words.
pub(super) fn compare_notes(
    old: Side<'_>,
    new: Side<'_>,
    sources: &Pairs,
    change: &dyn Fn(What) -> Change,
) -> Vec<Change> {
    let (before, after) = (&old.project.notes, &new.project.notes);
    let mut pairs = Pairs::new(before.len(), after.len());
    pairs.by_key(|at| Some(&before[at].statement), |at| Some(&after[at].statement));
    pairs.by_likeness(|old, new| likeness(&before[old].statement, &after[new].statement));
    let mut changes = Vec::new();
    for at in pairs.removed() {
        changes.push(change(What::NoteRemoved).of(&before[at].statement));
    }
    for at in pairs.added() {
        changes.push(change(What::NoteAdded).of(&after[at].statement));
    }
    for (old_at, new_at) in pairs.pairs() {
        let edits = note_edits((old, &before[old_at]), (new, &after[new_at]), sources);
        if !edits.is_empty() {
            changes.push(change(What::NoteChanged).of(&after[new_at].statement).with(edits));
        }
    }
    changes
}

fn outcome_edits(
    (old_side, old): (Side<'_>, &Outcome),
    (new_side, new): (Side<'_>, &Outcome),
    sources: &Pairs,
) -> Vec<Edit> {
    let Outcome { metric: _, direction, value, unit, baseline, statement, source, line: _ } = old;
    let mut edits = Edits::default();
    edits.text("metric", old_side.metric(old), new_side.metric(new));
    let direction_of = |direction| word_of(&DIRECTIONS, direction);
    edits.text("direction", direction_of(direction), direction_of(&new.direction));
    edits.optional("value", value.as_ref(), new.value.as_ref());
    edits.text("unit", word_of(&UNITS, unit), word_of(&UNITS, &new.unit));
    edits.optional("baseline", baseline.as_ref(), new.baseline.as_ref());
    edits.text("statement", statement, &new.statement);
    if sources.new_of_old.get(*source).copied().flatten() != Some(new.source) {
        edits.push("source", old_side.source(*source), new_side.source(new.source));
    }
    edits.into_vec()
}

fn note_edits(
    (old_side, old): (Side<'_>, &Note),
    (new_side, new): (Side<'_>, &Note),
    sources: &Pairs,
) -> Vec<Edit> {
    let Note { statement, source, line: _ } = old;
    let mut edits = Edits::default();
    edits.text("statement", statement, &new.statement);
    let same = source.and_then(|at| sources.new_of_old.get(at).copied().flatten());
    if same != new.source {
        let name = |side: Side<'_>, at: Option<usize>| at.and_then(|at| side.source(at));
        edits.push("source", name(old_side, *source), name(new_side, new.source));
    }
    edits.into_vec()
}
