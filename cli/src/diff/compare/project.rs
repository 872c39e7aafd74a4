//! One project, before and after.

use rustscape::dataset::{CITED_FIELDS, Project, VocabularyKind};

use super::{
    edits::{Edits, id_of, ids_of},
    sources::{compare_sources, pair_sources, source_name},
    statements::{Side, compare_notes, compare_outcomes},
};
use crate::diff::change::{Change, Edit, What};

/// The changes of a project that is in both datasets, under its new id.
pub(super) fn compare_project(old: Side<'_>, new: Side<'_>, record: &str) -> Vec<Change> {
    let change = |what| Change::new(what, record, new.project.name.as_str());
    let mut changes = Vec::new();
    let mut add = |what, edits: Vec<Edit>| {
        if !edits.is_empty() {
            changes.push(change(what).with(edits));
        }
    };
    let status = status_edits(old, new);
    let has_new_status = status.iter().any(|edit| edit.field == "status");
    let (status, mut corrected) =
        if has_new_status { (status, Vec::new()) } else { (Vec::new(), status) };
    add(What::StatusChanged, status);
    add(What::ConfidenceChanged, term_edits(old, new, "confidence"));
    let verdict = verdict_edits(old, new);
    let has_new_verdict = verdict.iter().any(|edit| edit.field == "claim.verdict");
    corrected.extend(field_edits(old, new));
    if has_new_verdict {
        add(What::VerdictChanged, verdict);
    } else {
        corrected.extend(verdict);
    }
    add(What::Corrected, corrected);
    let mut verified = Edits::default();
    verified.optional("verified", old.project.verified.as_ref(), new.project.verified.as_ref());
    add(What::Verified, verified.into_vec());

    let sources = pair_sources(&old.project.sources, &new.project.sources);
    changes.extend(compare_outcomes(old, new, &sources, &change));
    let before = (&*old.project.sources, old.dataset);
    let after = (&*new.project.sources, new.dataset);
    changes.extend(compare_sources(before, after, &sources, &change));
    changes.extend(compare_notes(old, new, &sources, &change));
    changes
}

/// What a project is, in a few fields: all of them new.
pub(super) fn sketch(side: Side<'_>) -> Vec<Edit> {
    let Project { status, since, until, sources, outcomes, .. } = side.project;
    let vocabulary = &side.dataset.vocabulary;
    let mut edits = Edits::default();
    edits.optional("status", None, id_of(vocabulary, VocabularyKind::Status, *status));
    edits.optional("since", None, *since);
    edits.optional("until", None, *until);
    let confidence = Some(side.project.confidence);
    edits.optional("confidence", None, id_of(vocabulary, VocabularyKind::Confidence, confidence));
    let counted = |n: usize| if n == 0 { None } else { Some(n) };
    edits.optional("sources", None, counted(sources.len()));
    edits.optional("outcomes", None, counted(outcomes.len()));
    edits.into_vec()
}

/// The status, and the year in which it ended: one does not make sense without the other.
fn status_edits(old: Side<'_>, new: Side<'_>) -> Vec<Edit> {
    let mut edits = Edits::default();
    edits.extend(term_edits(old, new, "status"));
    edits.optional("until", old.project.until, new.project.until);
    edits.into_vec()
}

/// A field with one coded value.
fn term_edits(old: Side<'_>, new: Side<'_>, field: &str) -> Vec<Edit> {
    let id = |side: Side<'_>| {
        let (coded, term) = match field {
            "status" => (VocabularyKind::Status, side.project.status),
            "kind" => (VocabularyKind::Kind, side.project.kind),
            _ => (VocabularyKind::Confidence, Some(side.project.confidence)),
        };
        id_of(&side.dataset.vocabulary, coded, term).map(str::to_owned)
    };
    let mut edits = Edits::default();
    edits.push(field, id(old), id(new));
    edits.into_vec()
}

fn verdict_edits(old: Side<'_>, new: Side<'_>) -> Vec<Edit> {
    let (before, after) = (old.project.claim.as_ref(), new.project.claim.as_ref());
    let verdict = |side: Side<'_>| {
        let verdict = side.project.claim.as_ref().map(|claim| claim.verdict);
        id_of(&side.dataset.vocabulary, VocabularyKind::Verdict, verdict).map(str::to_owned)
    };
    let mut edits = Edits::default();
    edits.push("claim.verdict", verdict(old), verdict(new));
    edits.optional("claim.text", before.map(|c| &c.text), after.map(|c| &c.text));
    let note = |claim: Option<&rustscape::dataset::Claim>| {
        claim.map(|claim| claim.note.clone()).unwrap_or_default()
    };
    edits.text("claim.note", &note(before), &note(after));
    edits.into_vec()
}

/// The fields that are told as corrections. All fields are named here, so that a new one has to be
/// thought of.
fn field_edits(old: Side<'_>, new: Side<'_>) -> Vec<Edit> {
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
    let mut edits = Edits::default();
    edits.text("name", name, &new.project.name);
    edits.list("aliases", aliases, &new.project.aliases);
    edits.text("summary", summary, &new.project.summary);
    let domains = ids_of(before, VocabularyKind::Domain, domains);
    edits.list("domains", &domains, &ids_of(after, VocabularyKind::Domain, &new.project.domains));
    edits.extend(term_edits(old, new, "kind"));
    let replaces = ids_of(before, VocabularyKind::Replaces, replaces);
    edits.list(
        "replaces",
        &replaces,
        &ids_of(after, VocabularyKind::Replaces, &new.project.replaces),
    );
    edits.optional("since", *since, new.project.since);
    edits.optional("open_source", *open_source, new.project.open_source);
    edits.optional("repository", repository.as_ref(), new.project.repository.as_ref());
    edits.optional("license", license.as_ref(), new.project.license.as_ref());
    edits.list("also", also, &new.project.also);
    for field in CITED_FIELDS {
        edits.list(&format!("cites.{field}"), &cited(old, field), &cited(new, field));
    }
    edits.into_vec()
}

/// The sources that say what a field holds, by what they are called: their positions change when
/// others are added.
fn cited(side: Side<'_>, field: &str) -> Vec<String> {
    let sources = side.project.cited(field).iter();
    sources.filter_map(|at| side.project.sources.get(*at)).map(source_name).collect()
}
