//! Naive model of a search, project by project.

use std::cmp::{Ordering, Reverse};

use rustscape::{
    dataset::{
        Dataset, Direction, OrgIdx, Outcome, Project, ProjectIdx, TermIdx, Unit, VocabularyKind,
    },
    search::{Catalog, Facet, Polarity, Query, SortBy},
};

use super::oracle_text::{Tokens, folded, words};

/// Expected results of one query.
pub(super) struct Oracle<'q> {
    dataset: &'q Dataset,
    query: &'q Query,
    /// Chosen values by id.
    chosen: Vec<(Facet, String, Polarity)>,
    /// Score of each project; `None` for no match.
    scores: Vec<Option<u32>>,
    n_corrected: usize,
}

impl<'q> Oracle<'q> {
    pub(super) fn new(dataset: &'q Dataset, catalog: &Catalog, query: &'q Query) -> Self {
        let chosen = query
            .refinements()
            .iter()
            .map(|r| (r.facet, catalog.value(r.facet, r.value).id.clone(), r.polarity));
        let tokens = Tokens::new(dataset);
        let mut scores = vec![Some(0); dataset.projects.len()];
        let mut n_corrected = 0;
        for word in words(query.text()) {
            let (word_scores, is_corrected) = tokens.scores(&word);
            n_corrected += usize::from(is_corrected);
            for (score, word_score) in scores.iter_mut().zip(word_scores) {
                *score = score.filter(|_| word_score > 0).map(|sum| sum + word_score);
            }
        }
        Self { dataset, query, chosen: chosen.collect(), scores, n_corrected }
    }

    pub(super) fn n_corrected(&self) -> usize {
        self.n_corrected
    }

    pub(super) fn count(&self, facet: Facet, id: &str) -> u32 {
        let has = |idx: &ProjectIdx| self.values(facet, *idx).iter().any(|value| value == id);
        u32::try_from(self.matching(Some(facet)).iter().filter(|idx| has(idx)).count()).unwrap()
    }

    pub(super) fn groups(&self) -> Vec<(OrgIdx, Vec<ProjectIdx>)> {
        let mut matching = self.matching(None);
        let metric = self.metric(&matching);
        let in_org = |org| self.matching(None).iter().filter(|idx| self.org(**idx) == org).count();
        let n_in_org = |idx| in_org(self.org(idx));
        matching.sort_by(|a, b| self.compare(*a, *b, metric, &n_in_org).then(self.by_id(*a, *b)));
        let mut groups: Vec<(OrgIdx, Vec<ProjectIdx>)> = Vec::new();
        for idx in matching {
            match groups.iter_mut().find(|(org, _)| *org == self.org(idx)) {
                Some((_, projects)) => projects.push(idx),
                None => groups.push((self.org(idx), vec![idx])),
            }
        }
        groups
    }

    fn org(&self, idx: ProjectIdx) -> OrgIdx {
        self.dataset.project(idx).org
    }

    fn by_id(&self, a: ProjectIdx, b: ProjectIdx) -> Ordering {
        let id = |idx| (&self.dataset.org(self.org(idx)).id, &self.dataset.project(idx).id);
        id(a).cmp(&id(b))
    }

    fn compare(
        &self,
        a: ProjectIdx,
        b: ProjectIdx,
        metric: Option<TermIdx>,
        n_in_org: &dyn Fn(ProjectIdx) -> usize,
    ) -> Ordering {
        let project = |idx| self.dataset.project(idx);
        let score = |idx: ProjectIdx| self.scores[idx.0 as usize];
        let newest = |idx| Reverse(project(idx).since);
        let oldest = |idx| (project(idx).since.is_none(), project(idx).since);
        let org_name = |idx| folded(&self.dataset.org(self.org(idx)).name);
        let org_id = |idx| &self.dataset.org(self.org(idx)).id;
        match self.query.sort() {
            SortBy::Relevance => score(b).cmp(&score(a)),
            SortBy::Projects => {
                let key = |idx| (Reverse(n_in_org(idx)), org_id(idx));
                let inside = |idx| (!self.has_figure(project(idx)), newest(idx));
                key(a).cmp(&key(b)).then_with(|| inside(a).cmp(&inside(b)))
            }
            SortBy::Name => {
                let key = |idx| (org_name(idx), org_id(idx), folded(&project(idx).name));
                key(a).cmp(&key(b))
            }
            SortBy::Newest => newest(a).cmp(&newest(b)),
            SortBy::Oldest => oldest(a).cmp(&oldest(b)),
            SortBy::Outcome => compare_effects(project(a), project(b), metric),
            SortBy::Updated => project(b).verified.cmp(&project(a).verified),
        }
    }

    /// Returns the matching projects, ignoring the refinements of one facet.
    fn matching(&self, ignored: Option<Facet>) -> Vec<ProjectIdx> {
        let all = (0..u32::try_from(self.dataset.projects.len()).unwrap()).map(ProjectIdx);
        let picked = self.query.picked();
        all.filter(|idx| self.scores[idx.0 as usize].is_some())
            .filter(|idx| picked.is_empty() || picked.contains(idx))
            .filter(|idx| Facet::ALL.iter().all(|f| Some(*f) == ignored || self.passes(*f, *idx)))
            .collect()
    }

    fn passes(&self, facet: Facet, idx: ProjectIdx) -> bool {
        let values = self.values(facet, idx);
        let chosen =
            |polarity| self.chosen.iter().filter(move |(f, _, p)| (*f, *p) == (facet, polarity));
        if chosen(Polarity::Exclude).any(|(_, id, _)| values.contains(id)) {
            return false;
        }
        let years = self.query.years();
        let has_range = facet == Facet::Since && !years.is_all();
        let is_in_range = self.dataset.project(idx).since.is_some_and(|year| {
            (years.from.unwrap_or(0)..=years.to.unwrap_or(9999)).contains(&year)
        });
        if chosen(Polarity::Include).next().is_none() && !has_range {
            return true;
        }
        chosen(Polarity::Include).any(|(_, id, _)| values.contains(id))
            || (has_range && is_in_range)
    }

    /// Returns the ids of the values of a project.
    fn values(&self, facet: Facet, idx: ProjectIdx) -> Vec<String> {
        let project = self.dataset.project(idx);
        let org = self.dataset.org(project.org);
        let ids = |kind, terms: &[TermIdx]| {
            let terms = terms.iter().map(|term| self.dataset.vocabulary.term(kind, *term));
            terms.map(|term| term.id.clone()).collect::<Vec<_>>()
        };
        let id = |kind, term: Option<TermIdx>| ids(kind, term.as_slice());
        let metrics = project.outcomes.iter().map(|outcome| outcome.metric).collect::<Vec<_>>();
        let yes_or_no = |is_open| if is_open { "yes" } else { "no" };
        let values = match facet {
            Facet::Org => vec![org.id.clone()],
            Facet::Industry => id(VocabularyKind::Industry, org.industry),
            Facet::Country => org.country.iter().map(|code| code.to_lowercase()).collect(),
            Facet::Domain => ids(VocabularyKind::Domain, &project.domains),
            Facet::Kind => id(VocabularyKind::Kind, project.kind),
            Facet::Status => id(VocabularyKind::Status, project.status),
            Facet::Replaces => ids(VocabularyKind::Replaces, &project.replaces),
            Facet::Since => project.since.iter().map(u16::to_string).collect(),
            Facet::Oss => project.open_source.iter().map(|o| yes_or_no(*o).to_owned()).collect(),
            Facet::Confidence => id(VocabularyKind::Confidence, Some(project.confidence)),
            Facet::Verdict => {
                id(VocabularyKind::Verdict, project.claim.as_ref().map(|c| c.verdict))
            }
            Facet::Metric => ids(VocabularyKind::Metric, &metrics),
        };
        if values.is_empty() { vec!["unknown".to_owned()] } else { values }
    }

    fn has_figure(&self, project: &Project) -> bool {
        project.outcomes.iter().any(|outcome| {
            let metric = self.dataset.vocabulary.term(VocabularyKind::Metric, outcome.metric);
            metric.quantity.is_some()
                && outcome.value.is_some()
                && outcome.direction != Direction::None
                && !matches!(outcome.unit, Unit::Count)
        })
    }

    /// Returns the only included metric, or the one that most matching projects have.
    fn metric(&self, matching: &[ProjectIdx]) -> Option<TermIdx> {
        let find = |id: &str| self.dataset.vocabulary.find(VocabularyKind::Metric, id);
        let included = self.chosen.iter().filter_map(|(facet, id, polarity)| {
            (*facet == Facet::Metric && *polarity == Polarity::Include).then(|| find(id))?
        });
        if let [metric] = included.collect::<Vec<_>>()[..] {
            return Some(metric);
        }
        let n_terms =
            u16::try_from(self.dataset.vocabulary.terms(VocabularyKind::Metric).len()).unwrap();
        let n_measured = |metric: TermIdx| {
            let outcomes = |idx: &&ProjectIdx| &self.dataset.project(**idx).outcomes;
            matching.iter().filter(|idx| outcomes(idx).iter().any(|o| o.metric == metric)).count()
        };
        let metrics = (0..n_terms).map(TermIdx).filter(|metric| n_measured(*metric) > 0);
        metrics.min_by_key(|metric| (Reverse(n_measured(*metric)), *metric))
    }
}

fn compare_effects(a: &Project, b: &Project, metric: Option<TermIdx>) -> Ordering {
    let best = |project: &Project| {
        let outcomes = project.outcomes.iter().filter(|outcome| Some(outcome.metric) == metric);
        outcomes.map(effect).min_by(compare_effect)
    };
    match (best(a), best(b)) {
        (Some(a), Some(b)) => compare_effect(&a, &b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// Returns the class of an effect (smaller is better) and its size (larger is better).
fn effect(outcome: &Outcome) -> (u32, f64) {
    let Some(value) = outcome.value else { return (99, 0.0) };
    let (dimension, amount) = match outcome.unit {
        Unit::Percent => (0, value / 100.0),
        Unit::Times => (0, value),
        Unit::Ms => (1, value),
        Unit::S => (1, value * 1000.0),
        Unit::Mb => (2, value),
        _ => (3, value),
    };
    match (outcome.direction, outcome.unit) {
        (Direction::None, _) => (50 + dimension, amount),
        (Direction::Down, Unit::Percent) if value >= 100.0 => (0, f64::INFINITY),
        (Direction::Down, Unit::Percent) => (0, 1.0 / (1.0 - value / 100.0)),
        (Direction::Up, Unit::Percent) => (0, 1.0 + value / 100.0),
        (_, Unit::Times) => (0, value),
        _ => (10 + dimension, amount),
    }
}

fn compare_effect(a: &(u32, f64), b: &(u32, f64)) -> Ordering {
    a.0.cmp(&b.0).then(b.1.total_cmp(&a.1))
}
