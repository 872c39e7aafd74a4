//! The index of a dataset: what makes searching fast.

use super::project_set::ProjectSet;
use super::sort_ranks::{SortRanks, SortSpec};
use super::text::{TextIndex, TextMatches};
use super::{BuiltInLabels, Catalog, Facet, Polarity, Query, QueryPart, SearchResults, SortBy};
use crate::dataset::{Dataset, TermIdx};

/// A part of a query that could be taken away, and what that would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// What would be taken away.
    pub part: QueryPart,
    /// How many projects would match; never 0.
    pub n_projects: u32,
}

/// The most words of a text of which single ones may be dropped. Among more, it is seldom one that
/// keeps everything from being found, and looking for misspelled ones takes its time.
const MAX_WORDS_TO_DROP: usize = 8;

/// Everything that searching needs to know of a dataset. It is built once, does not change, and
/// does not refer to the dataset.
///
/// Values of one facet are OR, facets are AND, and an excluded value always leaves its projects
/// out. A range of years counts as an included value of `since`. Words are AND; each is looked for
/// in the project and in its organization.
#[derive(Debug)]
pub struct Index {
    catalog: Catalog,
    text: TextIndex,
    ranks: SortRanks,
    n_projects: usize,
}

impl Index {
    /// Indexes a dataset. It takes less time than reading its file does.
    pub fn new(dataset: &Dataset, labels: &BuiltInLabels) -> Self {
        Self {
            catalog: Catalog::new(dataset, labels),
            text: TextIndex::new(dataset),
            ranks: SortRanks::new(dataset),
            n_projects: dataset.projects.len(),
        }
    }

    /// The values that can be refined by.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Finds, counts and sorts. Equal queries give equal results.
    ///
    /// [`SortBy::Outcome`] compares the largest effects on one metric: on the included one, if
    /// that is a single one, otherwise on the one that was measured at most of the matching
    /// projects, the first of the vocabulary among equals. Changes by a factor come first (percent
    /// less, percent more and multiples as factors), then those by an amount, then levels, then
    /// what only its statement tells, then projects without an outcome of the metric.
    pub fn search(&self, query: &Query) -> SearchResults {
        let text = self.text.matches(query.text());
        let allowed = Facet::ALL.map(|facet| self.allowed(query, facet));
        let base = self.base(query, &text);
        let mut matched = base.clone();
        for allowed in allowed.iter().flatten() {
            matched.intersect_with(allowed);
        }
        let outcome_metric = match query.sort() {
            SortBy::Outcome => self.outcome_metric(query, &matched),
            _ => None,
        };
        let spec = SortSpec { sort: query.sort(), scores: &text.scores, metric: outcome_metric };
        SearchResults {
            groups: self.ranks.groups(&matched, spec),
            n_projects: matched.len(),
            counts: self.counts(&base, &matched, &allowed),
            highlighter: text.highlighter,
            corrections: text.corrections,
            outcome_metric,
        }
    }

    /// The parts of a query whose removal leaves something to show, also single words where there
    /// are several: with the most projects first, equal ones in the order of [`Query::parts`], then
    /// the words. Of more than eight words none is offered: each costs a search without it.
    pub fn relaxations(&self, query: &Query) -> Vec<Relaxation> {
        let n_words = query.words().count();
        let has_droppable = n_words > 1 && n_words <= MAX_WORDS_TO_DROP;
        let words = (0..n_words).filter(|_| has_droppable).map(QueryPart::Word);
        let mut relaxations = Vec::new();
        for part in query.parts().chain(words) {
            let n_projects = self.count(&query.clone().without(part));
            if n_projects > 0 {
                let is_before = |other: &Relaxation| n_projects <= other.n_projects;
                let at = relaxations.partition_point(is_before);
                relaxations.insert(at, Relaxation { part, n_projects });
            }
        }
        relaxations
    }

    fn count(&self, query: &Query) -> u32 {
        let mut matched = self.base(query, &self.text.matches(query.text()));
        for facet in Facet::ALL {
            if let Some(allowed) = self.allowed(query, facet) {
                matched.intersect_with(&allowed);
            }
        }
        matched.len()
    }

    /// The projects that match all but the facets.
    fn base(&self, query: &Query, text: &TextMatches) -> ProjectSet {
        let mut base = ProjectSet::all(self.n_projects);
        if !query.picked().is_empty() {
            base = ProjectSet::none(self.n_projects);
            query.picked().iter().for_each(|project| base.insert(*project));
        }
        if let Some(projects) = &text.projects {
            base.intersect_with(projects);
        }
        base
    }

    /// The projects that the refinements of a facet let pass. `None` where it has none.
    fn allowed(&self, query: &Query, facet: Facet) -> Option<ProjectSet> {
        if !query.refines(facet) {
            return None;
        }
        let has_years = facet == Facet::Since && !query.years().is_all();
        let mut included = has_years.then(|| self.in_years(query));
        let mut excluded = ProjectSet::none(self.n_projects);
        for refinement in query.refinements_of(facet) {
            let set = match refinement.polarity {
                Polarity::Include => {
                    included.get_or_insert_with(|| ProjectSet::none(self.n_projects))
                }
                Polarity::Exclude => &mut excluded,
            };
            if let Some(projects) = self.catalog.projects_with(facet, refinement.value) {
                set.union_with(projects);
            }
        }
        let mut allowed = included.unwrap_or_else(|| ProjectSet::all(self.n_projects));
        allowed.difference_with(&excluded);
        Some(allowed)
    }

    /// The projects of known years in the query's range. The values of `since` are the years from
    /// the first to the last, then the unknown one.
    fn in_years(&self, query: &Query) -> ProjectSet {
        let mut projects = ProjectSet::none(self.n_projects);
        let Some((first, last)) = self.catalog.years() else { return projects };
        for (year, in_year) in (first..=last).zip(self.catalog.projects_by_value(Facet::Since)) {
            if query.years().contains(year) {
                projects.union_with(in_year);
            }
        }
        projects
    }

    /// How many projects have each value of each facet, whatever the facet's own refinements.
    fn counts(
        &self,
        base: &ProjectSet,
        matched: &ProjectSet,
        allowed: &[Option<ProjectSet>; Facet::ALL.len()],
    ) -> [Vec<u32>; Facet::ALL.len()] {
        Facet::ALL.map(|facet| {
            let mut others = matched.clone();
            if allowed[facet as usize].is_some() {
                others = base.clone();
                for other in Facet::ALL {
                    if let (true, Some(allowed)) = (other != facet, &allowed[other as usize]) {
                        others.intersect_with(allowed);
                    }
                }
            }
            let by_value = self.catalog.projects_by_value(facet).iter();
            by_value.map(|projects| projects.intersection_len(&others)).collect()
        })
    }

    fn outcome_metric(&self, query: &Query, matched: &ProjectSet) -> Option<TermIdx> {
        let is_included = |value| query.polarity(Facet::Metric, value) == Some(Polarity::Include);
        let mut included = self.catalog.metrics().filter(|(_, value)| is_included(*value));
        if let (Some((metric, _)), None) = (included.next(), included.next()) {
            return Some(metric);
        }
        let mut most = (0, None);
        for (metric, value) in self.catalog.metrics() {
            let projects = self.catalog.projects_with(Facet::Metric, value);
            let n_measured = projects.map_or(0, |projects| projects.intersection_len(matched));
            if n_measured > most.0 {
                most = (n_measured, Some(metric));
            }
        }
        most.1
    }
}
