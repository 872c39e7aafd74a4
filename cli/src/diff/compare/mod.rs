//! Comparison of two datasets, record by record.

mod dataset_level;
mod field_diff;
mod matching;
mod project;
mod project_ref;
mod sources;
mod statements;

use std::collections::HashMap;

use rustscape::{
    dataset::{Dataset, OrgIdx, Organization, Problem, ProjectIdx, VocabularyKind},
    link::{Route, find_record},
};

use self::{
    dataset_level::compare_dataset_level,
    field_diff::{FieldDiff, term_id},
    project::{compare_project, key_fields},
    project_ref::ProjectRef,
};
use super::change::{Change, ChangeKind, FieldChange};
use crate::dataset_file::DatasetFile;

/// A dataset and its read problems, as input of a comparison.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DiffInput<'d> {
    /// Dataset without the records that the reader skipped.
    pub(crate) dataset: &'d Dataset,
    /// Reasons why the reader skipped records.
    pub(crate) problems: &'d [Problem],
}

impl<'d> From<&'d DatasetFile> for DiffInput<'d> {
    fn from(file: &'d DatasetFile) -> Self {
        Self { dataset: &file.dataset, problems: &file.problems }
    }
}

impl DiffInput<'_> {
    /// Returns `true` if the reader skipped this record or a part of it.
    fn has_problem(self, record: &str) -> bool {
        self.problems.iter().any(|problem| problem.record == record)
    }
}

/// Returns the changes from `old` to `new`.
///
/// Changes of the dataset itself come first, then those of each organization, then those of its
/// projects, each in the order of [`ChangeKind`]. Two records are the same if they have the same id,
/// or if a redirect of the new dataset leads from the old id to the new one.
pub(crate) fn compare(old: DiffInput<'_>, new: DiffInput<'_>) -> Vec<Change> {
    let mut comparison =
        Comparison { old, new, old_org_of_new: HashMap::new(), changes: Vec::new() };
    comparison.changes = compare_dataset_level(old.dataset, new.dataset);
    comparison.compare_organizations();
    comparison.compare_projects();
    let mut changes = comparison.changes;
    changes.sort_by(|a, b| (&a.record, a.kind).cmp(&(&b.record, b.kind)));
    changes.sort_by(|a, b| a.org_id().cmp(b.org_id()));
    changes
}

struct Comparison<'d> {
    old: DiffInput<'d>,
    new: DiffInput<'d>,
    /// Old index of each new organization that existed before.
    old_org_of_new: HashMap<OrgIdx, OrgIdx>,
    changes: Vec<Change>,
}

/// Mapping of the old records to the new ones.
struct Successors<I> {
    /// Old index of each new record that existed before.
    old_of_new: HashMap<I, I>,
    /// Old records that were merged, with the id path of the record that they were merged into.
    merged: Vec<(I, String)>,
    /// Old records without a successor.
    removed: Vec<I>,
}

impl Comparison<'_> {
    fn compare_organizations(&mut self) {
        let (old, new) = (self.old.dataset, self.new.dataset);
        let idxs = || (0..).map(OrgIdx).take(old.organizations.len());
        let found = |idx: OrgIdx| find_record(&old.org(idx).id, new).ok();
        let successors = successors(
            idxs(),
            |idx| new.find_org(&old.org(idx).id),
            |idx| match found(idx)? {
                Route::Organization(idx) => Some(Ok(idx)),
                Route::Project(idx) => Some(Err(new.full_id(idx))),
                _ => None,
            },
            |idx| new.org(idx).id.clone(),
        );
        for idx in successors.removed {
            let org = old.org(idx);
            let kind = self.kind_of_loss(&org.id, ChangeKind::OrganizationRemoved);
            self.changes.push(Change::new(kind, &*org.id, &*org.name));
        }
        for (idx, into) in successors.merged {
            let org = old.org(idx);
            self.changes.push(merged(&org.id, &org.name, into));
        }
        for (idx, org) in (0..).map(OrgIdx).zip(&new.organizations) {
            match successors.old_of_new.get(&idx) {
                Some(before) => self.compare_organization(old.org(*before), org),
                None => self.changes.push(
                    Change::new(ChangeKind::OrganizationAdded, &*org.id, &*org.name)
                        .with(self.organization_key_fields(org)),
                ),
            }
        }
        self.old_org_of_new = successors.old_of_new;
    }

    fn compare_organization(&mut self, old: &Organization, new: &Organization) {
        if old.id != new.id {
            let change = Change::new(ChangeKind::OrganizationRenamed, &*new.id, &*new.name);
            self.changes.push(change.with(vec![id_change(&old.id, &new.id)]));
        }
        let fields = self.organization_changes(old, new);
        if !fields.is_empty() {
            self.changes
                .push(Change::new(ChangeKind::Corrected, &*new.id, &*new.name).with(fields));
        }
    }

    fn organization_changes(&self, old: &Organization, new: &Organization) -> Vec<FieldChange> {
        let Organization {
            name,
            aliases,
            industry,
            country,
            homepage,
            summary,
            id: _,
            line: _,
            first_project: _,
            n_projects: _,
        } = old;
        let mut diff = FieldDiff::default();
        diff.text("name", name, &new.name);
        diff.list("aliases", aliases, &new.aliases);
        let before = term_id(&self.old.dataset.vocabulary, VocabularyKind::Industry, *industry);
        let after = term_id(&self.new.dataset.vocabulary, VocabularyKind::Industry, new.industry);
        diff.optional("industry", before, after);
        diff.optional("country", country.as_ref(), new.country.as_ref());
        diff.optional("homepage", homepage.as_ref(), new.homepage.as_ref());
        diff.text("summary", summary, &new.summary);
        diff.into_vec()
    }

    /// Returns the key fields of an organization as added fields.
    fn organization_key_fields(&self, org: &Organization) -> Vec<FieldChange> {
        let vocabulary = &self.new.dataset.vocabulary;
        let mut diff = FieldDiff::default();
        diff.optional(
            "industry",
            None,
            term_id(vocabulary, VocabularyKind::Industry, org.industry),
        );
        diff.optional("country", None, org.country.as_ref());
        diff.optional("homepage", None, org.homepage.as_ref());
        diff.into_vec()
    }

    fn compare_projects(&mut self) {
        let (old, new) = (self.old.dataset, self.new.dataset);
        let idxs = || (0..).map(ProjectIdx).take(old.projects.len());
        let with_same_id = |idx: ProjectIdx| {
            let org = new.find_org(&old.org(old.project(idx).org).id)?;
            new.find_project(org, &old.project(idx).id)
        };
        let successors = successors(
            idxs(),
            with_same_id,
            |idx| match find_record(&old.full_id(idx), new).ok()? {
                Route::Project(idx) => Some(Ok(idx)),
                Route::Organization(idx) => Some(Err(new.org(idx).id.clone())),
                _ => None,
            },
            |idx| new.full_id(idx),
        );
        for idx in successors.removed {
            let (id, project) = (old.full_id(idx), old.project(idx));
            let kind = self.kind_of_loss(&id, ChangeKind::ProjectRemoved);
            let fields = key_fields(ProjectRef { dataset: old, project })
                .into_iter()
                .map(swap_sides)
                .collect();
            self.changes.push(Change::new(kind, id, &*project.name).with(fields));
        }
        for (idx, into) in successors.merged {
            self.changes.push(merged(&old.full_id(idx), &old.project(idx).name, into));
        }
        for (idx, project) in (0..).map(ProjectIdx).zip(&new.projects) {
            let (id, after) = (new.full_id(idx), ProjectRef { dataset: new, project });
            let Some(before) = successors.old_of_new.get(&idx) else {
                let change = Change::new(ChangeKind::ProjectAdded, id, &*project.name);
                self.changes.push(change.with(key_fields(after)));
                continue;
            };
            let old_id = old.full_id(*before);
            let has_moved =
                self.old_org_of_new.get(&project.org) != Some(&old.project(*before).org);
            if has_moved || old.project(*before).id != project.id {
                let change = Change::new(ChangeKind::ProjectRenamed, &*id, &*project.name);
                self.changes.push(change.with(vec![id_change(&old_id, &id)]));
            }
            let before = ProjectRef { dataset: old, project: old.project(*before) };
            self.changes.extend(compare_project(before, after, &id));
        }
    }

    /// Returns [`ChangeKind::LeftOut`] if the new file still has the record but the reader skipped
    /// it or its organization. Returns `removed` otherwise.
    fn kind_of_loss(&self, id: &str, removed: ChangeKind) -> ChangeKind {
        let org_id = id.split('/').next().unwrap_or_default();
        let is_left_out = self.new.has_problem(id) || self.new.has_problem(org_id);
        if is_left_out { ChangeKind::LeftOut } else { removed }
    }
}

/// Finds the successor of each old record: the new record with its id, or the target of its
/// redirects.
///
/// A record counts as merged if its target is already the successor of another record, or is a
/// record of another type. `redirected` returns `Err` with the id path in the latter case.
fn successors<I: Copy + Eq + std::hash::Hash>(
    old: impl Iterator<Item = I> + Clone,
    with_same_id: impl Fn(I) -> Option<I>,
    redirected: impl Fn(I) -> Option<Result<I, String>>,
    new_id: impl Fn(I) -> String,
) -> Successors<I> {
    let mut found =
        Successors { old_of_new: HashMap::new(), merged: Vec::new(), removed: Vec::new() };
    for idx in old.clone() {
        if let Some(new) = with_same_id(idx) {
            found.old_of_new.insert(new, idx);
        }
    }
    for idx in old.filter(|idx| with_same_id(*idx).is_none()) {
        match redirected(idx) {
            None => found.removed.push(idx),
            Some(Err(id)) => found.merged.push((idx, id)),
            Some(Ok(new)) if found.old_of_new.contains_key(&new) => {
                found.merged.push((idx, new_id(new)));
            }
            Some(Ok(new)) => {
                found.old_of_new.insert(new, idx);
            }
        }
    }
    found
}

/// Creates the change of a record that was merged. It belongs to the record that it became a part
/// of.
fn merged(id: &str, name: &str, into: String) -> Change {
    let fields = vec![id_change(id, &into)];
    Change::new(ChangeKind::Merged, into, name).with(fields)
}

fn id_change(before: &str, after: &str) -> FieldChange {
    FieldChange { field: "id".into(), before: Some(before.into()), after: Some(after.into()) }
}

/// Swaps the `before` and `after` sides.
fn swap_sides(change: FieldChange) -> FieldChange {
    FieldChange { before: change.after, after: change.before, ..change }
}
