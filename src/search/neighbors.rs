//! Projects that resemble one another.

use super::sorting::sorted;
use crate::dataset::{Dataset, Project, ProjectIdx, TermIdx};

/// What having replaced the same thing counts: it says more than a shared domain, of which there
/// are few and large ones.
const SAME_REPLACED: u32 = 3;

/// What a shared domain counts.
const SAME_DOMAIN: u32 = 2;

/// What having measured outcomes adds: of two alike, the one that shows results is worth more.
const HAS_OUTCOMES: u32 = 1;

/// The projects of other organizations that share a domain or something replaced with a project,
/// the most alike first, at most `n_max`. Ties are broken by id.
pub fn neighbors(dataset: &Dataset, project: ProjectIdx, n_max: usize) -> Vec<ProjectIdx> {
    let subject = dataset.project(project);
    let mut alike = Vec::new();
    for (idx, other) in (0..).map(ProjectIdx).zip(&dataset.projects) {
        let likeness = likeness(subject, other);
        if other.org != subject.org && likeness > 0 {
            alike.push((likeness, idx));
        }
    }
    let order = sorted(alike.len(), &|a, b| {
        let (a, b) = (alike[a], alike[b]);
        b.0.cmp(&a.0).then_with(|| by_id(dataset, a.1).cmp(&by_id(dataset, b.1)))
    });
    order.into_iter().take(n_max).map(|at| alike[at].1).collect()
}

/// How much a project resembles another; 0 if they have nothing in common.
fn likeness(subject: &Project, other: &Project) -> u32 {
    let replaced = n_common(&subject.replaces, &other.replaces) * SAME_REPLACED;
    let alike = replaced + n_common(&subject.domains, &other.domains) * SAME_DOMAIN;
    match alike {
        0 => 0,
        _ if other.outcomes.is_empty() => alike,
        _ => alike + HAS_OUTCOMES,
    }
}

fn n_common(a: &[TermIdx], b: &[TermIdx]) -> u32 {
    a.iter().map(|term| u32::from(b.contains(term))).sum()
}

fn by_id(dataset: &Dataset, project: ProjectIdx) -> (&str, &str) {
    let project = dataset.project(project);
    (&dataset.org(project.org).id, &project.id)
}
