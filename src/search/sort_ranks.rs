//! Sorting and grouping of results by precomputed ranks.

use std::cmp::{Ordering, Reverse};

use super::{
    SortBy,
    effect::{EffectRank, NO_EFFECT, effects},
    fold::fold,
    project_set::ProjectSet,
    results::Group,
    sorting::sorted,
};
use crate::dataset::{Dataset, OrgIdx, Project, ProjectIdx, TermIdx};

/// Sort key of a project, smallest first. The last number is its rank by id.
type SortKey = [u32; 4];

/// Precomputed ranks of the projects and organizations of a dataset, counted from 0.
#[derive(Debug)]
pub(super) struct SortRanks {
    projects: Vec<ProjectRanks>,
    orgs: Vec<OrgRanks>,
}

#[derive(Debug)]
struct ProjectRanks {
    org: OrgIdx,
    by_id: u32,
    by_name: u32,
    /// Rank by day of verification: latest first, unknown days last.
    by_verified: u32,
    since: Option<u16>,
    has_headline: bool,
    effects: Vec<(TermIdx, EffectRank)>,
}

#[derive(Debug)]
struct OrgRanks {
    by_id: u32,
    by_name: u32,
}

/// An order with its parameters.
#[derive(Clone, Copy, Debug)]
pub(super) struct SortSpec<'s> {
    pub(super) sort: SortBy,
    /// Score of each project; may be empty.
    pub(super) scores: &'s [u32],
    /// Metric whose effects are compared.
    pub(super) metric: Option<TermIdx>,
}

impl SortRanks {
    /// Computes the ranks of a dataset.
    pub(super) fn new(dataset: &Dataset) -> Self {
        let orgs = rank_orgs(dataset);
        let projects = rank_projects(dataset, &orgs);
        Self { projects, orgs }
    }

    /// Sorts projects and groups them by organization. A group takes the place of its first
    /// project.
    pub(super) fn groups(&self, matched: &ProjectSet, spec: SortSpec<'_>) -> Vec<Group> {
        let n_by_org = self.count_by_org(matched);
        let projects = matched.iter().collect::<Vec<_>>();
        let keys = projects.iter().map(|idx| self.sort_key(*idx, &n_by_org, spec));
        let keys = keys.collect::<Vec<_>>();
        let order = sorted(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
        self.grouped(order.into_iter().map(|at| projects[at]))
    }

    fn sort_key(&self, idx: ProjectIdx, n_by_org: &[u32], spec: SortSpec<'_>) -> SortKey {
        let project = &self.projects[idx.0 as usize];
        let org = &self.orgs[project.org.0 as usize];
        let newest = project.since.map_or(u32::MAX, |year| u32::from(u16::MAX - year));
        let [a, b, c] = match spec.sort {
            SortBy::Relevance => {
                let score = spec.scores.get(idx.0 as usize).copied().unwrap_or(0);
                [u32::MAX - score, 0, 0]
            }
            SortBy::Projects => {
                let n_less = u32::MAX - n_by_org[project.org.0 as usize];
                [n_less, org.by_id, project.headline_then(newest)]
            }
            SortBy::Name => [org.by_name, org.by_id, project.by_name],
            SortBy::Newest => [newest, 0, 0],
            SortBy::Oldest => [project.since.map_or(u32::MAX, u32::from), 0, 0],
            SortBy::Outcome => project.effect(spec.metric),
            SortBy::Updated => [project.by_verified, 0, 0],
        };
        [a, b, c, project.by_id]
    }

    fn count_by_org(&self, matched: &ProjectSet) -> Vec<u32> {
        let mut n_by_org = vec![0; self.orgs.len()];
        for idx in matched.iter() {
            n_by_org[self.projects[idx.0 as usize].org.0 as usize] += 1;
        }
        n_by_org
    }

    fn grouped(&self, projects: impl Iterator<Item = ProjectIdx>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut group_of_org = vec![None; self.orgs.len()];
        for idx in projects {
            let org = self.projects[idx.0 as usize].org;
            let at = *group_of_org[org.0 as usize].get_or_insert_with(|| {
                groups.push(Group { org, projects: Vec::new() });
                groups.len() - 1
            });
            groups[at].projects.push(idx);
        }
        groups
    }
}

impl ProjectRanks {
    /// Puts projects with a headline figure first, then the newest. Years have 16 bits and the
    /// unknown year follows them, so the next higher bit is free.
    fn headline_then(&self, newest: u32) -> u32 {
        let newest = newest.min(1 << u16::BITS);
        if self.has_headline { newest } else { newest + (2 << u16::BITS) }
    }

    fn effect(&self, metric: Option<TermIdx>) -> EffectRank {
        let effect = self.effects.iter().find(|(measured, _)| Some(*measured) == metric);
        effect.map_or(NO_EFFECT, |(_, rank)| *rank)
    }
}

fn rank_orgs(dataset: &Dataset) -> Vec<OrgRanks> {
    let orgs = dataset.organizations.as_slice();
    let names = orgs.iter().map(|org| fold(&org.name)).collect::<Vec<_>>();
    let by_id = ranks(orgs.len(), &|a, b| orgs[a].id.cmp(&orgs[b].id));
    let by_name = ranks(orgs.len(), &|a, b| names[a].cmp(&names[b]));
    by_id.into_iter().zip(by_name).map(|(by_id, by_name)| OrgRanks { by_id, by_name }).collect()
}

fn rank_projects(dataset: &Dataset, orgs: &[OrgRanks]) -> Vec<ProjectRanks> {
    let projects = dataset.projects.as_slice();
    let names = projects.iter().map(|project| fold(&project.name)).collect::<Vec<_>>();
    let org_rank = |at: usize| orgs[projects[at].org.0 as usize].by_id;
    let by_id = ranks(projects.len(), &|a, b| {
        org_rank(a).cmp(&org_rank(b)).then_with(|| projects[a].id.cmp(&projects[b].id))
    });
    let by_name = ranks(projects.len(), &|a, b| names[a].cmp(&names[b]));
    let by_verified = ranks(projects.len(), &|a, b| {
        Reverse(&projects[a].verified).cmp(&Reverse(&projects[b].verified))
    });
    let ranks = |(at, project): (usize, &Project)| ProjectRanks {
        org: project.org,
        by_id: by_id[at],
        by_name: by_name[at],
        by_verified: by_verified[at],
        since: project.since,
        has_headline: project
            .outcomes
            .iter()
            .any(|outcome| outcome.change(&dataset.vocabulary).is_some()),
        effects: effects(project),
    };
    projects.iter().enumerate().map(ranks).collect()
}

/// Returns the rank of each position. Equal positions share a rank.
fn ranks(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let order = sorted(len, compare);
    let mut ranks = vec![0; len];
    let mut rank = 0;
    for (at, position) in order.iter().enumerate() {
        if at > 0 && compare(order[at - 1], *position) != Ordering::Equal {
            rank += 1;
        }
        ranks[*position] = rank;
    }
    ranks
}
