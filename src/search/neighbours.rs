//! Projects that resemble one another.

use crate::dataset::{Dataset, Project, ProjectIdx};

/// What having replaced the same thing counts: it says more than a shared domain, of which there
/// are few and large ones.
const SAME_REPLACED: u32 = 3;

/// What a shared domain counts.
const SAME_DOMAIN: u32 = 2;

/// What having measured outcomes adds: of two alike, the one that shows results is worth more.
const HAS_OUTCOMES: u32 = 1;

/// The projects of other organizations that share a domain or something replaced with a project,
/// the most alike first, at most `n_max`. Ties are broken by id.
pub fn neighbours(dataset: &Dataset, project: ProjectIdx, n_max: usize) -> Vec<ProjectIdx> {
    let subject = dataset.project(project);
    let likeness = |other: &Project| {
        let replaced = n_shared(&subject.replaces, &other.replaces) * SAME_REPLACED;
        let domains = n_shared(&subject.domains, &other.domains) * SAME_DOMAIN;
        let alike = replaced + domains;
        if alike == 0 { 0 } else { alike + u32::from(!other.outcomes.is_empty()) * HAS_OUTCOMES }
    };
    let others = (0..).map(ProjectIdx).zip(&dataset.projects);
    let others = others.filter(|(_, other)| other.org != subject.org);
    let mut alike: Vec<_> = others.map(|(idx, other)| (likeness(other), idx)).collect();
    alike.retain(|(score, _)| 0 < *score);
    alike.sort_by(|(a_score, a), (b_score, b)| {
        b_score.cmp(a_score).then_with(|| dataset.full_id(*a).cmp(&dataset.full_id(*b)))
    });
    alike.into_iter().take(n_max).map(|(_, idx)| idx).collect()
}

fn n_shared<T: PartialEq>(a: &[T], b: &[T]) -> u32 {
    a.iter().filter(|x| b.contains(x)).map(|_| 1).sum()
}
