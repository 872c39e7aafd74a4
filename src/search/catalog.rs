//! The values of every facet, with their ids and labels.

use super::edit_distance::EditDistance;
use super::facet_list::{FacetList, facet_lists, years};
use super::fold::fold;
use super::project_set::{ProjectSet, as_u32};
use super::usage::{RecordField, filled_fields, sort_options};
use super::{BuiltInLabels, Facet, FacetValue, SortBy, ValueIdx};
use crate::dataset::{Dataset, ProjectIdx, TermIdx};

/// The most edits between what was typed and what it is taken for: more are another word.
const SUGGESTION_MAX_EDITS: usize = 3;

/// What one edit costs in letters that are right: of a word, at most a third may be wrong.
const LETTERS_PER_EDIT: usize = 3;

/// Every facet's values, in the order in which they are shown.
///
/// Organizations, industries, countries, domains and what was replaced come by their number of
/// projects, the most first, then by label; years ascending, each from the first to the last;
/// all others as the vocabulary has them. The value `unknown` is the last of its facet. Every
/// facet but `org` and `confidence` has one, whether or not a project has it. A vocabulary's own
/// term `unknown` is that value.
#[derive(Debug)]
pub struct Catalog {
    lists: [FacetList; Facet::ALL.len()],
    years: Option<(u16, u16)>,
    n_projects: u32,
    filled_fields: Vec<RecordField>,
    sort_options: Vec<SortBy>,
}

impl Catalog {
    /// Lists the values of a dataset.
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

    /// Returns whether any project has a known value of the facet. A line about a facet that no
    /// record fills is not shown.
    pub fn is_used(&self, facet: Facet) -> bool {
        let unknown = self.unknown(facet);
        let mut values = (0..).map(ValueIdx).zip(self.values(facet));
        values.any(|(idx, value)| value.n_projects > 0 && Some(idx) != unknown)
    }

    /// Returns whether some value of the facet narrows the list of all projects. A facet is offered
    /// for refining only then: not where no record fills it, nor where all share one value.
    pub fn is_refinable(&self, facet: Facet) -> bool {
        self.values(facet).iter().any(|value| (1..self.n_projects).contains(&value.n_projects))
    }

    /// The values that have a list of their own, in the order in which they are shown: projects
    /// have them, and the facet [is used](Self::is_used).
    pub fn listed(&self, facet: Facet) -> impl Iterator<Item = (ValueIdx, &FacetValue)> {
        let values = if self.is_used(facet) { self.values(facet) } else { &[] };
        (0..).map(ValueIdx).zip(values).filter(|(_, value)| value.n_projects > 0)
    }

    /// Returns whether an id is that of the facet's unknown value.
    pub fn is_unknown(&self, facet: Facet, id: &str) -> bool {
        self.unknown(facet).is_some_and(|idx| self.value(facet, idx).id == id)
    }

    /// Returns whether any record fills a field.
    pub fn is_filled(&self, field: RecordField) -> bool {
        self.filled_fields.contains(&field)
    }

    /// The orders that tell projects of this dataset apart, as they are offered.
    pub fn sort_options(&self) -> &[SortBy] {
        &self.sort_options
    }

    /// The values of a facet, in the order in which they are shown: those of the vocabulary even
    /// where no project has them.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        &self.list(facet).values
    }

    /// The value at a position. Positions that are from this catalog are always there.
    pub fn value(&self, facet: Facet, idx: ValueIdx) -> &FacetValue {
        &self.values(facet)[idx.0 as usize]
    }

    /// The unknown value of a facet. `None` where nothing can be unknown.
    pub fn unknown(&self, facet: Facet) -> Option<ValueIdx> {
        self.list(facet).unknown
    }

    /// The values that a project has in a facet, in the order in which they are shown. Never
    /// empty for a project of this dataset: what it lacks is the unknown value.
    pub fn values_of(
        &self,
        facet: Facet,
        project: ProjectIdx,
    ) -> impl Iterator<Item = ValueIdx> + '_ {
        let sets = self.list(facet).projects.iter().enumerate();
        sets.filter(move |(_, set)| set.contains(project)).map(|(at, _)| ValueIdx(as_u32(at)))
    }

    /// The value of an id, whatever its ASCII case.
    pub fn find(&self, facet: Facet, id: &str) -> Option<ValueIdx> {
        self.position(facet, &|value| value.id.eq_ignore_ascii_case(id))
    }

    /// The value that a reader means by an id or a label, whatever their case and accents. Ids
    /// come first, then the first label.
    pub fn resolve(&self, facet: Facet, text: &str) -> Option<ValueIdx> {
        let folded = fold(text.trim());
        self.find(facet, &folded)
            .or_else(|| self.position(facet, &|value| fold(&value.label) == folded))
    }

    /// The value whose id or label is nearest to a text: at most three edits and a third of the
    /// text away. The first of equally near ones.
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

    /// The first and the last year in which a project came into use. `None` where no year is
    /// known.
    pub fn years(&self) -> Option<(u16, u16)> {
        self.years
    }

    /// The projects with a value. `None` for a position of another dataset.
    pub(super) fn projects_with(&self, facet: Facet, idx: ValueIdx) -> Option<&ProjectSet> {
        self.list(facet).projects.get(idx.0 as usize)
    }

    /// The projects with each value of a facet, in the order of the values.
    pub(super) fn projects_by_value(&self, facet: Facet) -> &[ProjectSet] {
        &self.list(facet).projects
    }

    /// The metrics that can be sorted by, in the order of the vocabulary, with their values.
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
