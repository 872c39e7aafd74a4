//! Catalog of the values of every facet.

use super::{
    BuiltInLabels, Facet, FacetValue, SortBy, ValueIdx,
    edit_distance::EditDistance,
    facet_list::{FacetList, facet_lists, years},
    fold::fold,
    project_set::{ProjectSet, as_u32},
    usage::{RecordField, filled_fields, sort_options},
};
use crate::dataset::{Dataset, ProjectIdx, TermIdx};

/// Maximum edits between an input and a suggestion. With more, it is more likely another word.
const SUGGESTION_MAX_EDITS: usize = 3;

/// Letters of the input per allowed edit: at most a third of a word may be wrong.
const LETTERS_PER_EDIT: usize = 3;

/// The values of every facet, in display order.
///
/// Organizations, industries, countries, domains and what was replaced are sorted by number of
/// projects, largest first, then by label. Years are ascending, without gaps from the first to the
/// last. All other values are in the order of the vocabulary.
///
/// Every facet except `org` and `confidence` has an `unknown` value, even if no project has it; it
/// is the last one. A term `unknown` of the vocabulary takes its place.
///
/// ```
/// use rustscape::search::{BuiltInLabels, Catalog, Facet};
///
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json");
/// # let (dataset, _) = rustscape::dataset::read(&std::fs::read(path).unwrap()).unwrap();
/// let labels = BuiltInLabels {
///     unknown: |_| "Unknown",
///     open_source: "Open source",
///     closed_source: "Closed source",
/// };
/// let catalog = Catalog::new(&dataset, &labels);
/// let vans = catalog.find(Facet::Replaces, "vans").unwrap();
/// assert_eq!(catalog.value(Facet::Replaces, vans).label, "Vans");
/// assert_eq!(catalog.resolve(Facet::Replaces, "VANS"), Some(vans));
/// assert_eq!(catalog.suggest(Facet::Replaces, "vens"), Some(vans));
/// ```
#[derive(Debug)]
pub struct Catalog {
    lists: [FacetList; Facet::ALL.len()],
    years: Option<(u16, u16)>,
    n_projects: u32,
    filled_fields: Vec<RecordField>,
    sort_options: Vec<SortBy>,
}

impl Catalog {
    /// Builds the catalog of a dataset.
    pub fn new(dataset: &Dataset, labels: &BuiltInLabels) -> Self {
        let mut catalog = Self {
            lists: facet_lists(dataset, labels),
            years: years(dataset),
            n_projects: as_u32(dataset.projects.len()),
            filled_fields: filled_fields(dataset),
            sort_options: Vec::new(),
        };
        catalog.sort_options = sort_options(dataset, catalog.is_refinable(Facet::Since));
        catalog
    }

    /// Returns whether any project has a known value of the facet. Lines about other facets are
    /// hidden.
    pub fn is_used(&self, facet: Facet) -> bool {
        let unknown = self.unknown(facet);
        let mut values = (0..).map(ValueIdx).zip(self.values(facet));
        values.any(|(idx, value)| value.n_projects > 0 && Some(idx) != unknown)
    }

    /// Returns whether some value of the facet narrows the list of all projects.
    ///
    /// Only such a facet is offered as a filter. A facet that no record fills, or whose value all
    /// projects share, would change nothing.
    pub fn is_refinable(&self, facet: Facet) -> bool {
        self.values(facet).iter().any(|value| (1..self.n_projects).contains(&value.n_projects))
    }

    /// Iterates over the values that projects have, in display order. Empty unless the facet [is
    /// used](Self::is_used). These values have pages of their own.
    pub fn listed(&self, facet: Facet) -> impl Iterator<Item = (ValueIdx, &FacetValue)> {
        let values = if self.is_used(facet) { self.values(facet) } else { &[] };
        (0..).map(ValueIdx).zip(values).filter(|(_, value)| value.n_projects > 0)
    }

    /// Returns whether an id is that of the facet's unknown value.
    pub fn is_unknown(&self, facet: Facet, id: &str) -> bool {
        self.unknown(facet).is_some_and(|idx| self.value(facet, idx).id == id)
    }

    /// Returns whether any record of the dataset fills a field.
    pub fn is_filled(&self, field: RecordField) -> bool {
        self.filled_fields.contains(&field)
    }

    /// Returns the orders that make a difference for this dataset, in display order.
    pub fn sort_options(&self) -> &[SortBy] {
        &self.sort_options
    }

    /// Returns the values of a facet in display order, including terms that no project has.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        &self.list(facet).values
    }

    /// Returns the value at a position.
    ///
    /// # Panics
    ///
    /// Panics if `idx` is not from this catalog.
    pub fn value(&self, facet: Facet, idx: ValueIdx) -> &FacetValue {
        &self.values(facet)[idx.0 as usize]
    }

    /// Returns the unknown value of a facet. `None` if the facet has none.
    pub fn unknown(&self, facet: Facet) -> Option<ValueIdx> {
        self.list(facet).unknown
    }

    /// Iterates over the values that a project has in a facet, in display order.
    ///
    /// A project of this dataset has at least one value, because a missing one counts as unknown.
    pub fn values_of(
        &self,
        facet: Facet,
        project: ProjectIdx,
    ) -> impl Iterator<Item = ValueIdx> + '_ {
        let sets = self.list(facet).projects.iter().enumerate();
        sets.filter(move |(_, set)| set.contains(project)).map(|(at, _)| ValueIdx(as_u32(at)))
    }

    /// Returns the value with an id, ignoring ASCII case.
    pub fn find(&self, facet: Facet, id: &str) -> Option<ValueIdx> {
        self.position(facet, &|value| value.id.eq_ignore_ascii_case(id))
    }

    /// Returns the value with an id or a label, ignoring case and accents.
    ///
    /// Ids take precedence over labels; among equal labels the first one wins.
    pub fn resolve(&self, facet: Facet, text: &str) -> Option<ValueIdx> {
        let folded = fold(text.trim());
        self.find(facet, &folded)
            .or_else(|| self.position(facet, &|value| fold(&value.label) == folded))
    }

    /// Returns the value whose id or label is most similar to a text.
    ///
    /// A suggestion is at most three edits away, and at most one edit per three letters of the
    /// text. The first of equally similar values wins.
    pub fn suggest(&self, facet: Facet, text: &str) -> Option<ValueIdx> {
        let folded = fold(text.trim());
        let max = (folded.chars().count() / LETTERS_PER_EDIT).min(SUGGESTION_MAX_EDITS);
        let mut edits = EditDistance::of(&folded);
        let mut nearest = None;
        for (at, value) in self.values(facet).iter().enumerate() {
            let by_id = edits.within(max, &value.id);
            let n_edits = by_id.into_iter().chain(edits.within(max, &fold(&value.label))).min();
            if let Some(n_edits) = n_edits
                && nearest.is_none_or(|(least, _)| n_edits < least)
            {
                nearest = Some((n_edits, ValueIdx(as_u32(at))));
            }
        }
        nearest.map(|(_, idx)| idx)
    }

    /// Returns the first and the last year in which a project came into use. `None` if no year is
    /// known.
    pub fn years(&self) -> Option<(u16, u16)> {
        self.years
    }

    /// Returns the projects with a value. `None` if the value is from another dataset.
    pub(super) fn projects_with(&self, facet: Facet, idx: ValueIdx) -> Option<&ProjectSet> {
        self.list(facet).projects.get(idx.0 as usize)
    }

    /// Returns the projects with each value of a facet, in the order of the values.
    pub(super) fn projects_by_value(&self, facet: Facet) -> &[ProjectSet] {
        &self.list(facet).projects
    }

    /// Iterates over the metrics except the unknown one, in the order of the vocabulary, with their
    /// values.
    pub(super) fn metrics(&self) -> impl Iterator<Item = (TermIdx, ValueIdx)> + '_ {
        let list = self.list(Facet::Metric);
        (0..u16::MAX)
            .map(TermIdx)
            .zip(list.value_of_code.iter().copied())
            .filter(|(_, idx)| list.unknown != Some(*idx))
    }

    fn list(&self, facet: Facet) -> &FacetList {
        &self.lists[facet as usize]
    }

    fn position(&self, facet: Facet, matches: &dyn Fn(&FacetValue) -> bool) -> Option<ValueIdx> {
        self.values(facet).iter().position(matches).map(|at| ValueIdx(as_u32(at)))
    }
}
