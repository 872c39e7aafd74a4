//! Two datasets, compared claim by claim.

mod edits;
mod head;
mod pairing;
mod project;
mod sources;
mod statements;

use std::collections::HashMap;

use rustscape::{
    dataset::{Dataset, OrgIdx, Organization, Problem, ProjectIdx, VocabularyKind},
    link::{Route, find_record},
};

use self::{
    edits::{Edits, id_of},
    head::compare_head,
    project::{compare_project, sketch},
    statements::Side,
};
use super::change::{Change, Edit, What};

/// A dataset as it is compared with another one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compared<'d> {
    /// What could be read.
    pub(crate) dataset: &'d Dataset,
    /// Why records were left out.
    pub(crate) problems: &'d [Problem],
}

impl Compared<'_> {
    /// Whether the reader left this record, or something in it, out.
    fn has_left_out(self, record: &str) -> bool {
        self.problems.iter().any(|problem| problem.record == record)
    }
}

/// What changed from one dataset to the other: first what belongs to no organization, then by
/// organization, then by project, each in the order of [`What`]. Records are the same ones when
/// they have the same id, or when a redirect of the new dataset leads from one to the other.
pub(crate) fn compare(old: Compared<'_>, new: Compared<'_>) -> Vec<Change> {
    let mut comparison = Comparison { old, new, org_of_new: HashMap::new(), changes: Vec::new() };
    comparison.changes = compare_head(old.dataset, new.dataset);
    comparison.compare_organizations();
    comparison.compare_projects();
    let mut changes = comparison.changes;
    changes.sort_by(|a, b| (&a.record, a.what).cmp(&(&b.record, b.what)));
    changes.sort_by(|a, b| a.org_id().cmp(b.org_id()));
    changes
}

struct Comparison<'d> {
    old: Compared<'d>,
    new: Compared<'d>,
    /// The old organization that each new one was.
    org_of_new: HashMap<OrgIdx, OrgIdx>,
    changes: Vec<Change>,
}

/// What became of the records of the old dataset.
struct Successors<I> {
    /// The old record that each new one was.
    old_of_new: HashMap<I, I>,
    /// Old records that became a part of another one, and that one's ids.
    merged: Vec<(I, String)>,
    /// Old records that nothing leads from.
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
            let what = self.loss(&org.id, What::OrganizationRemoved);
            self.changes.push(Change::new(what, &*org.id, &*org.name));
        }
        for (idx, into) in successors.merged {
            let org = old.org(idx);
            self.changes.push(merged(&org.id, &org.name, into));
        }
        for (idx, org) in (0..).map(OrgIdx).zip(&new.organizations) {
            match successors.old_of_new.get(&idx) {
                Some(before) => self.compare_organization(old.org(*before), org),
                None => self.changes.push(
                    Change::new(What::OrganizationAdded, &*org.id, &*org.name)
                        .with(self.organization_sketch(org)),
                ),
            }
        }
        self.org_of_new = successors.old_of_new;
    }

    fn compare_organization(&mut self, old: &Organization, new: &Organization) {
        if old.id != new.id {
            let change = Change::new(What::OrganizationRenamed, &*new.id, &*new.name);
            self.changes.push(change.with(vec![id_edit(&old.id, &new.id)]));
        }
        let edits = self.organization_edits(old, new);
        if !edits.is_empty() {
            self.changes.push(Change::new(What::Corrected, &*new.id, &*new.name).with(edits));
        }
    }

    fn organization_edits(&self, old: &Organization, new: &Organization) -> Vec<Edit> {
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
        let mut edits = Edits::default();
        edits.text("name", name, &new.name);
        edits.list("aliases", aliases, &new.aliases);
        let before = id_of(&self.old.dataset.vocabulary, VocabularyKind::Industry, *industry);
        let after = id_of(&self.new.dataset.vocabulary, VocabularyKind::Industry, new.industry);
        edits.optional("industry", before, after);
        edits.optional("country", country.as_ref(), new.country.as_ref());
        edits.optional("homepage", homepage.as_ref(), new.homepage.as_ref());
        edits.text("summary", summary, &new.summary);
        edits.into_vec()
    }

    /// What an organization is, in a few fields: all of them new.
    fn organization_sketch(&self, org: &Organization) -> Vec<Edit> {
        let vocabulary = &self.new.dataset.vocabulary;
        let mut edits = Edits::default();
        edits.optional("industry", None, id_of(vocabulary, VocabularyKind::Industry, org.industry));
        edits.optional("country", None, org.country.as_ref());
        edits.optional("homepage", None, org.homepage.as_ref());
        edits.into_vec()
    }

    fn compare_projects(&mut self) {
        let (old, new) = (self.old.dataset, self.new.dataset);
        let idxs = || (0..).map(ProjectIdx).take(old.projects.len());
        let same = |idx: ProjectIdx| {
            let org = new.find_org(&old.org(old.project(idx).org).id)?;
            new.find_project(org, &old.project(idx).id)
        };
        let successors = successors(
            idxs(),
            same,
            |idx| match find_record(&old.full_id(idx), new).ok()? {
                Route::Project(idx) => Some(Ok(idx)),
                Route::Organization(idx) => Some(Err(new.org(idx).id.clone())),
                _ => None,
            },
            |idx| new.full_id(idx),
        );
        for idx in successors.removed {
            let (id, project) = (old.full_id(idx), old.project(idx));
            let what = self.loss(&id, What::ProjectRemoved);
            let edits = sketch(Side { dataset: old, project }).into_iter().map(turned).collect();
            self.changes.push(Change::new(what, id, &*project.name).with(edits));
        }
        for (idx, into) in successors.merged {
            self.changes.push(merged(&old.full_id(idx), &old.project(idx).name, into));
        }
        for (idx, project) in (0..).map(ProjectIdx).zip(&new.projects) {
            let (id, side) = (new.full_id(idx), Side { dataset: new, project });
            let Some(before) = successors.old_of_new.get(&idx) else {
                let change = Change::new(What::ProjectAdded, id, &*project.name);
                self.changes.push(change.with(sketch(side)));
                continue;
            };
            let old_id = old.full_id(*before);
            let has_moved = self.org_of_new.get(&project.org) != Some(&old.project(*before).org);
            if has_moved || old.project(*before).id != project.id {
                let change = Change::new(What::ProjectRenamed, &*id, &*project.name);
                self.changes.push(change.with(vec![id_edit(&old_id, &id)]));
            }
            let before = Side { dataset: old, project: old.project(*before) };
            self.changes.extend(compare_project(before, side, &id));
        }
    }

    /// A record that is in the file but breaks a rule is not removed; it is left out, and its
    /// organization takes it along.
    fn loss(&self, id: &str, removed: What) -> What {
        let org_id = id.split('/').next().unwrap_or_default();
        let is_left_out = self.new.has_left_out(id) || self.new.has_left_out(org_id);
        if is_left_out { What::LeftOut } else { removed }
    }
}

/// Finds the successor of each record: the one with its id, or the one to which redirects lead. If
/// that is another record's successor already, the record was merged into it; so it was if it
/// became one of another sort, of which the ids are given.
fn successors<I: Copy + Eq + std::hash::Hash>(
    old: impl Iterator<Item = I> + Clone,
    same: impl Fn(I) -> Option<I>,
    redirected: impl Fn(I) -> Option<Result<I, String>>,
    ids_of_new: impl Fn(I) -> String,
) -> Successors<I> {
    let mut found =
        Successors { old_of_new: HashMap::new(), merged: Vec::new(), removed: Vec::new() };
    for idx in old.clone() {
        if let Some(new) = same(idx) {
            found.old_of_new.insert(new, idx);
        }
    }
    for idx in old.filter(|idx| same(*idx).is_none()) {
        match redirected(idx) {
            None => found.removed.push(idx),
            Some(Err(ids)) => found.merged.push((idx, ids)),
            Some(Ok(new)) if found.old_of_new.contains_key(&new) => {
                found.merged.push((idx, ids_of_new(new)));
            }
            Some(Ok(new)) => {
                found.old_of_new.insert(new, idx);
            }
        }
    }
    found
}

/// A record became a part of another, under whose ids that is told.
fn merged(id: &str, name: &str, into: String) -> Change {
    let edits = vec![id_edit(id, &into)];
    Change::new(What::Merged, into, name).with(edits)
}

fn id_edit(before: &str, after: &str) -> Edit {
    Edit { field: "id".into(), before: Some(before.into()), after: Some(after.into()) }
}

/// What is there was there.
fn turned(edit: Edit) -> Edit {
    Edit { before: edit.after, after: edit.before, ..edit }
}
