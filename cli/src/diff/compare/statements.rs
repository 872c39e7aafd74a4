//! Comparison of outcomes and notes: statements that cite a source.

use rustscape::dataset::{DIRECTIONS, Note, Outcome, UNITS};

use super::{
    field_diff::{FieldDiff, keyword},
    matching::{ItemMatches, word_similarity},
    project_ref::ProjectRef,
};
use crate::diff::change::{Change, ChangeKind, FieldChange};

/// Returns the changes of the outcomes of a project. Matches outcomes by statement, then by metric
/// and similar statement.
pub(super) fn compare_outcomes(
    old: ProjectRef<'_>,
    new: ProjectRef<'_>,
    sources: &ItemMatches,
    change: &dyn Fn(ChangeKind) -> Change,
) -> Vec<Change> {
    let (before, after) = (&old.project.outcomes, &new.project.outcomes);
    let mut matches = ItemMatches::new(before.len(), after.len());
    matches.match_by_key(|at| Some(&before[at].statement), |at| Some(&after[at].statement));
    matches.match_by_similarity(|old_at, new_at| {
        let (before, after) = (&before[old_at], &after[new_at]);
        if old.metric(before) == new.metric(after) {
            return word_similarity(&before.statement, &after.statement);
        }
        0.0
    });
    let mut changes = Vec::new();
    for at in matches.removed() {
        changes.push(change(ChangeKind::OutcomeRemoved).of(&before[at].statement));
    }
    for at in matches.added() {
        changes.push(change(ChangeKind::OutcomeAdded).of(&after[at].statement));
    }
    for (old_at, new_at) in matches.matched() {
        let fields = outcome_changes((old, &before[old_at]), (new, &after[new_at]), sources);
        if !fields.is_empty() {
            changes
                .push(change(ChangeKind::OutcomeChanged).of(&after[new_at].statement).with(fields));
        }
    }
    changes
}

/// Returns the changes of the notes of a project. Matches notes by statement, then by similar
/// statement.
pub(super) fn compare_notes(
    old: ProjectRef<'_>,
    new: ProjectRef<'_>,
    sources: &ItemMatches,
    change: &dyn Fn(ChangeKind) -> Change,
) -> Vec<Change> {
    let (before, after) = (&old.project.notes, &new.project.notes);
    let mut matches = ItemMatches::new(before.len(), after.len());
    matches.match_by_key(|at| Some(&before[at].statement), |at| Some(&after[at].statement));
    matches.match_by_similarity(|old, new| {
        word_similarity(&before[old].statement, &after[new].statement)
    });
    let mut changes = Vec::new();
    for at in matches.removed() {
        changes.push(change(ChangeKind::NoteRemoved).of(&before[at].statement));
    }
    for at in matches.added() {
        changes.push(change(ChangeKind::NoteAdded).of(&after[at].statement));
    }
    for (old_at, new_at) in matches.matched() {
        let fields = note_changes((old, &before[old_at]), (new, &after[new_at]), sources);
        if !fields.is_empty() {
            changes.push(change(ChangeKind::NoteChanged).of(&after[new_at].statement).with(fields));
        }
    }
    changes
}

fn outcome_changes(
    (old_project, old): (ProjectRef<'_>, &Outcome),
    (new_project, new): (ProjectRef<'_>, &Outcome),
    sources: &ItemMatches,
) -> Vec<FieldChange> {
    let Outcome { metric: _, direction, value, unit, baseline, statement, source, line: _ } = old;
    let mut diff = FieldDiff::default();
    diff.text("metric", old_project.metric(old), new_project.metric(new));
    let direction_of = |direction| keyword(&DIRECTIONS, direction);
    diff.text("direction", direction_of(direction), direction_of(&new.direction));
    diff.optional("value", value.as_ref(), new.value.as_ref());
    diff.text("unit", keyword(&UNITS, unit), keyword(&UNITS, &new.unit));
    diff.optional("baseline", baseline.as_ref(), new.baseline.as_ref());
    diff.text("statement", statement, &new.statement);
    if sources.new_position(*source) != Some(new.source) {
        diff.push("source", old_project.source(*source), new_project.source(new.source));
    }
    diff.into_vec()
}

fn note_changes(
    (old_project, old): (ProjectRef<'_>, &Note),
    (new_project, new): (ProjectRef<'_>, &Note),
    sources: &ItemMatches,
) -> Vec<FieldChange> {
    let Note { statement, source, line: _ } = old;
    let mut diff = FieldDiff::default();
    diff.text("statement", statement, &new.statement);
    let same = source.and_then(|at| sources.new_position(at));
    if same != new.source {
        let name =
            |project: ProjectRef<'_>, at: Option<usize>| at.and_then(|at| project.source(at));
        diff.push("source", name(old_project, *source), name(new_project, new.source));
    }
    diff.into_vec()
}
