//! Comparison of one project.

use rustscape::dataset::{CITED_FIELDS, Claim, Project, VocabularyKind};

use super::{
    field_diff::{FieldDiff, term_id, term_ids},
    project_ref::ProjectRef,
    sources::{compare_sources, match_sources, source_name},
    statements::{compare_notes, compare_outcomes},
};
use crate::diff::change::{Change, ChangeKind, FieldChange};

/// Returns the changes of a project that is in both datasets. `record` is its new id path.
pub(super) fn compare_project(
    old: ProjectRef<'_>,
    new: ProjectRef<'_>,
    record: &str,
) -> Vec<Change> {
    let change = |kind| Change::new(kind, record, new.project.name.as_str());
    let mut changes = Vec::new();
    let mut add = |kind, fields: Vec<FieldChange>| {
        if !fields.is_empty() {
            changes.push(change(kind).with(fields));
        }
    };
    let status = status_changes(old, new);
    let has_new_status = status.iter().any(|change| change.field == "status");
    let (status, mut corrected) =
        if has_new_status { (status, Vec::new()) } else { (Vec::new(), status) };
    add(ChangeKind::StatusChanged, status);
    add(ChangeKind::ConfidenceChanged, term_changes(old, new, "confidence"));
    let verdict = verdict_changes(old, new);
    let has_new_verdict = verdict.iter().any(|change| change.field == "claim.verdict");
    corrected.extend(field_changes(old, new));
    if has_new_verdict {
        add(ChangeKind::VerdictChanged, verdict);
    } else {
        corrected.extend(verdict);
    }
    add(ChangeKind::Corrected, corrected);
    let mut verified = FieldDiff::default();
    verified.optional("verified", old.project.verified.as_ref(), new.project.verified.as_ref());
    add(ChangeKind::Verified, verified.into_vec());

    let sources = match_sources(&old.project.sources, &new.project.sources);
    changes.extend(compare_outcomes(old, new, &sources, &change));
    let before = (&*old.project.sources, old.dataset);
    let after = (&*new.project.sources, new.dataset);
    changes.extend(compare_sources(before, after, &sources, &change));
    changes.extend(compare_notes(old, new, &sources, &change));
    changes
}

/// Returns the key fields of a project as added fields.
pub(super) fn key_fields(of: ProjectRef<'_>) -> Vec<FieldChange> {
    let Project { status, since, until, sources, outcomes, .. } = of.project;
    let vocabulary = &of.dataset.vocabulary;
    let mut diff = FieldDiff::default();
    diff.optional("status", None, term_id(vocabulary, VocabularyKind::Status, *status));
    diff.optional("since", None, *since);
    diff.optional("until", None, *until);
    let confidence = Some(of.project.confidence);
    diff.optional("confidence", None, term_id(vocabulary, VocabularyKind::Confidence, confidence));
    let counted = |n: usize| if n == 0 { None } else { Some(n) };
    diff.optional("sources", None, counted(sources.len()));
    diff.optional("outcomes", None, counted(outcomes.len()));
    diff.into_vec()
}

/// Returns the changes of the status and of the year of the end, which belong together.
fn status_changes(old: ProjectRef<'_>, new: ProjectRef<'_>) -> Vec<FieldChange> {
    let mut diff = FieldDiff::default();
    diff.extend(term_changes(old, new, "status"));
    diff.optional("until", old.project.until, new.project.until);
    diff.into_vec()
}

/// Returns the change of a field with one vocabulary term.
fn term_changes(old: ProjectRef<'_>, new: ProjectRef<'_>, field: &str) -> Vec<FieldChange> {
    let id = |of: ProjectRef<'_>| {
        let (kind, term) = match field {
            "status" => (VocabularyKind::Status, of.project.status),
            "kind" => (VocabularyKind::Kind, of.project.kind),
            _ => (VocabularyKind::Confidence, Some(of.project.confidence)),
        };
        term_id(&of.dataset.vocabulary, kind, term).map(str::to_owned)
    };
    let mut diff = FieldDiff::default();
    diff.push(field, id(old), id(new));
    diff.into_vec()
}

fn verdict_changes(old: ProjectRef<'_>, new: ProjectRef<'_>) -> Vec<FieldChange> {
    let (before, after) = (old.project.claim.as_ref(), new.project.claim.as_ref());
    let verdict = |of: ProjectRef<'_>| {
        let verdict = of.project.claim.as_ref().map(|claim| claim.verdict);
        term_id(&of.dataset.vocabulary, VocabularyKind::Verdict, verdict).map(str::to_owned)
    };
    let mut diff = FieldDiff::default();
    diff.push("claim.verdict", verdict(old), verdict(new));
    diff.optional("claim.text", before.map(|c| &c.text), after.map(|c| &c.text));
    let note = |claim: Option<&Claim>| claim.map(|claim| claim.note.clone()).unwrap_or_default();
    diff.text("claim.note", &note(before), &note(after));
    diff.into_vec()
}

/// Returns the changes of all fields without a change kind of their own. The pattern names all
/// fields, so a new field cannot be forgotten.
fn field_changes(old: ProjectRef<'_>, new: ProjectRef<'_>) -> Vec<FieldChange> {
    let Project {
        name,
        aliases,
        summary,
        domains,
        replaces,
        since,
        open_source,
        repository,
        license,
        also,
        kind: _,
        status: _,
        until: _,
        confidence: _,
        verified: _,
        claim: _,
        cites: _,
        outcomes: _,
        notes: _,
        sources: _,
        id: _,
        org: _,
        line: _,
    } = old.project;
    let (before, after) = (&old.dataset.vocabulary, &new.dataset.vocabulary);
    let mut diff = FieldDiff::default();
    diff.text("name", name, &new.project.name);
    diff.list("aliases", aliases, &new.project.aliases);
    diff.text("summary", summary, &new.project.summary);
    let domains = term_ids(before, VocabularyKind::Domain, domains);
    diff.list("domains", &domains, &term_ids(after, VocabularyKind::Domain, &new.project.domains));
    diff.extend(term_changes(old, new, "kind"));
    let replaces = term_ids(before, VocabularyKind::Replaces, replaces);
    diff.list(
        "replaces",
        &replaces,
        &term_ids(after, VocabularyKind::Replaces, &new.project.replaces),
    );
    diff.optional("since", *since, new.project.since);
    diff.optional("open_source", *open_source, new.project.open_source);
    diff.optional("repository", repository.as_ref(), new.project.repository.as_ref());
    diff.optional("license", license.as_ref(), new.project.license.as_ref());
    diff.list("also", also, &new.project.also);
    for field in CITED_FIELDS {
        diff.list(&format!("cites.{field}"), &cited(old, field), &cited(new, field));
    }
    diff.into_vec()
}

/// Returns the names of the sources that a field cites. Positions would change whenever a source
/// is added.
fn cited(of: ProjectRef<'_>, field: &str) -> Vec<String> {
    let sources = of.project.cited(field).iter();
    sources.filter_map(|at| of.project.sources.get(*at)).map(source_name).collect()
}
