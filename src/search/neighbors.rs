//! Similar projects.

use super::sorting::sorted;
use crate::dataset::{Dataset, Project, ProjectIdx, TermIdx};

/// Weight of a shared replaced thing. It says more than a shared domain, because domains are few
/// and large.
const SAME_REPLACED: u32 = 3;

/// Weight of a shared domain.
const SAME_DOMAIN: u32 = 2;

/// Bonus for measured outcomes: of two equally similar projects, the one with results is more
/// useful.
const HAS_OUTCOMES: u32 = 1;

/// Returns the most similar projects of other organizations, at most `n_max`.
///
/// Projects are similar if they share a domain or replaced the same thing. The most similar one
/// comes first; ties are broken by id. Takes time linear in the number of projects.
///
/// ```
/// use rustscape::{dataset, search::neighbors};
///
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json");
/// # let (dataset, _) = dataset::read(&std::fs::read(path).unwrap()).unwrap();
/// let org = dataset.find_org("altona-brief").unwrap();
/// let project = dataset.find_project(org, "letter-bikes").unwrap();
/// let similar = neighbors(&dataset, project, 3);
/// assert_eq!(similar.len(), 3);
/// assert!(similar.iter().all(|other| dataset.project(*other).org != org));
/// ```
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

/// Returns the similarity of two projects; 0 if they share nothing.
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
