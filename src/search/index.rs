//! Search index of a dataset.

use super::{
    BuiltInLabels, Catalog, Facet, Polarity, Query, QueryPart, SearchResults, SortBy,
    project_set::ProjectSet,
    sort_ranks::{SortRanks, SortSpec},
    text::{TextIndex, TextMatches},
};
use crate::dataset::{Dataset, TermIdx};

/// A part of a query to remove, with the number of matches without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// Part to remove.
    pub part: QueryPart,
    /// Number of projects that would match; never 0.
    pub n_projects: u32,
}

/// Maximum number of words in a query whose single words are offered for removal. In longer queries
/// a single word is rarely the reason for an empty result, and each word costs another search.
const MAX_WORDS_TO_DROP: usize = 8;

/// Search index of a dataset. It never changes and does not borrow from the dataset.
///
/// Included values of one facet are combined with OR, facets with AND. An excluded value always
/// removes its projects. A range of years counts as an included value of `since`. Words are
/// combined with AND; each may be in the project or in its organization.
///
/// ```
/// use rustscape::{dataset, search::{BuiltInLabels, Facet, Index, Polarity, Query, Refinement}};
///
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json");
/// # let (dataset, _) = dataset::read(&std::fs::read(path).unwrap()).unwrap();
/// # let labels = BuiltInLabels { unknown: |_| "Unknown", open_source: "Open", closed_source: "Closed" };
/// let index = Index::new(&dataset, &labels);
/// let value = index.catalog().find(Facet::Replaces, "vans").unwrap();
/// let vans = Refinement { facet: Facet::Replaces, value, polarity: Polarity::Include };
/// let results = index.search(&Query::default().with_text("letter").with(vans));
/// assert_eq!(results.n_projects, 1);
/// let project = results.projects().next().unwrap();
/// assert_eq!(dataset.full_id(project), "altona-brief/letter-bikes");
/// ```
#[derive(Debug)]
pub struct Index {
    catalog: Catalog,
    text: TextIndex,
    ranks: SortRanks,
    n_projects: usize,
}

impl Index {
    /// Builds the index of a dataset. Takes less time than reading the file.
    pub fn new(dataset: &Dataset, labels: &BuiltInLabels) -> Self {
        Self {
            catalog: Catalog::new(dataset, labels),
            text: TextIndex::new(dataset),
            ranks: SortRanks::new(dataset),
            n_projects: dataset.projects.len(),
        }
    }

    /// Returns the catalog of values to filter by.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Finds, counts and sorts the projects that match a query.
    ///
    /// A search cannot fail, and equal queries have equal results.
    ///
    /// [`SortBy::Outcome`] compares the largest effect of each project for one metric: the included
    /// one if there is exactly one, otherwise the one that most matching projects have (the first
    /// of the vocabulary among equals). Changes by a factor come first (percentages and multiples,
    /// as factors), then changes by an amount, then levels, then outcomes without a value, then
    /// projects without an outcome of the metric.
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

    /// Returns the parts of a query whose removal leads to matches, including single words.
    ///
    /// The part with the most matches comes first; parts with equally many are in the order of
    /// [`Query::parts`], followed by the words. Single words are offered in queries of two to eight
    /// words, because each costs another search.
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

    /// Returns the projects that match the query without its facets.
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

    /// Returns the projects that the refinements of a facet allow. `None` if it has none.
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

    /// Returns the projects with a known year in the query's range. The values of `since` are all
    /// years from the first to the last, then the unknown one.
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

    /// Returns the number of projects with each value of each facet, ignoring the facet's own
    /// refinements.
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
