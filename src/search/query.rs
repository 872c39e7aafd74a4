//! What is asked.

use super::{Facet, SortBy, ValueIdx, YearRange};
use crate::dataset::ProjectIdx;

/// The most characters that a query's text keeps. Longer than any name or sentence that a person
/// looks for, and short enough that a link stays usable in a chat.
pub const TEXT_MAX_CHARS: usize = 200;

/// Whether a value is asked for or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Projects with this value, or with another included value of the same facet.
    Include,
    /// No project with this value.
    Exclude,
}

/// A chosen value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Refinement {
    /// The facet.
    pub facet: Facet,
    /// The position of the value in the facet's list of this dataset.
    pub value: ValueIdx,
    /// Whether it is asked for or left out.
    pub polarity: Polarity,
}

/// A part of a query that can be taken away on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QueryPart {
    /// The text.
    Text,
    /// One word of several, by its position in [`Query::words`].
    Word(usize),
    /// The range of years.
    Years,
    /// The hand-picked projects.
    Picked,
    /// One chosen value.
    Refinement(Refinement),
}

/// What is asked of an [`Index`](super::Index). Equal questions are equal values: the fields are
/// kept in one canonical form, which [`Query::is_empty`] and the link rely on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    text: String,
    refinements: Vec<Refinement>,
    years: YearRange,
    picked: Vec<ProjectIdx>,
    sort: Option<SortBy>,
}

impl Query {
    /// The words, with single spaces between them; at most [`TEXT_MAX_CHARS`] characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of the text, as they are set apart by spaces.
    pub fn words(&self) -> impl Iterator<Item = &str> + '_ {
        self.text.split(' ').filter(|word| !word.is_empty())
    }

    /// The chosen values, sorted by facet and value, each value at most once.
    pub fn refinements(&self) -> &[Refinement] {
        &self.refinements
    }

    /// The chosen values of one facet.
    pub fn refinements_of(&self, facet: Facet) -> impl Iterator<Item = Refinement> + '_ {
        self.refinements.iter().copied().filter(move |refinement| refinement.facet == facet)
    }

    /// The range of years in which projects came into use.
    pub fn years(&self) -> YearRange {
        self.years
    }

    /// The hand-picked projects to choose from, sorted; empty means all.
    pub fn picked(&self) -> &[ProjectIdx] {
        &self.picked
    }

    /// The order of the results.
    pub fn sort(&self) -> SortBy {
        self.sort.unwrap_or(self.default_sort())
    }

    /// The order that this query has unless another one is chosen.
    pub fn default_sort(&self) -> SortBy {
        if self.text.is_empty() { SortBy::Projects } else { SortBy::Relevance }
    }

    /// Whether the query asks for everything, in whatever order.
    pub fn is_empty(&self) -> bool {
        self.parts().next().is_none()
    }

    /// How a value of a facet was chosen.
    pub fn polarity(&self, facet: Facet, value: ValueIdx) -> Option<Polarity> {
        self.refinements_of(facet)
            .find(|refinement| refinement.value == value)
            .map(|refinement| refinement.polarity)
    }

    /// Whether the facet is refined at all; for `since` also by a range of years.
    pub fn refines(&self, facet: Facet) -> bool {
        self.refinements_of(facet).next().is_some()
            || (facet == Facet::Since && !self.years.is_all())
    }

    /// Everything that can be taken away, the text as a whole and last.
    pub fn parts(&self) -> impl Iterator<Item = QueryPart> + '_ {
        let picked = (!self.picked.is_empty()).then_some(QueryPart::Picked);
        let years = (!self.years.is_all()).then_some(QueryPart::Years);
        let text = (!self.text.is_empty()).then_some(QueryPart::Text);
        let refinements = self.refinements.iter().copied().map(QueryPart::Refinement);
        picked.into_iter().chain(refinements).chain(years).chain(text)
    }

    /// The query with other words. White space and control characters become single spaces; what
    /// is longer than [`TEXT_MAX_CHARS`] is cut.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        let is_space = |c: char| c.is_whitespace() || c.is_control();
        let words = text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>();
        let cut = words.join(" ").chars().take(TEXT_MAX_CHARS).collect::<String>();
        cut.trim_end().clone_into(&mut self.text);
        self.with_sort_kept()
    }

    /// The query with a value chosen as given; an earlier choice of that value is replaced.
    #[must_use]
    pub fn with(mut self, refinement: Refinement) -> Self {
        let same = |r: &Refinement| (r.facet, r.value) == (refinement.facet, refinement.value);
        self.refinements.retain(|other| !same(other));
        let at = self.refinements.partition_point(|other| *other < refinement);
        self.refinements.insert(at, refinement);
        self
    }

    /// The query with another range of years.
    #[must_use]
    pub fn with_years(mut self, years: YearRange) -> Self {
        self.years = years;
        self
    }

    /// The query over hand-picked projects only; none means all.
    #[must_use]
    pub fn with_picked(mut self, picked: Vec<ProjectIdx>) -> Self {
        self.picked.clear();
        for project in picked {
            if let Err(at) = self.picked.binary_search(&project) {
                self.picked.insert(at, project);
            }
        }
        self
    }

    /// The query in another order.
    #[must_use]
    pub fn with_sort(mut self, sort: SortBy) -> Self {
        self.sort = Some(sort);
        self.with_sort_kept()
    }

    /// The query with a value chosen as given, or without it where it was chosen just so.
    #[must_use]
    pub fn toggled(self, refinement: Refinement) -> Self {
        if self.refinements.contains(&refinement) {
            return self.without(QueryPart::Refinement(refinement));
        }
        self.with(refinement)
    }

    /// The query without one of its parts.
    #[must_use]
    pub fn without(mut self, part: QueryPart) -> Self {
        match part {
            QueryPart::Text => self.text.clear(),
            QueryPart::Word(at) => self.text = self.text_without(at),
            QueryPart::Years => self.years = YearRange::default(),
            QueryPart::Picked => self.picked.clear(),
            QueryPart::Refinement(refinement) => {
                self.refinements.retain(|other| *other != refinement);
            }
        }
        self.with_sort_kept()
    }

    fn text_without(&self, at: usize) -> String {
        let others = self.words().enumerate().filter(|(other, _)| *other != at);
        others.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    }

    /// The query without any choice in one facet.
    #[must_use]
    pub fn without_facet(mut self, facet: Facet) -> Self {
        self.refinements.retain(|refinement| refinement.facet != facet);
        if facet == Facet::Since {
            self.years = YearRange::default();
        }
        self
    }

    /// Keeps the canonical form: a chosen order that is the default is no choice, and relevance
    /// means nothing without text.
    fn with_sort_kept(mut self) -> Self {
        let meaningless = self.sort == Some(SortBy::Relevance) && self.text.is_empty();
        if meaningless || self.sort == Some(self.default_sort()) {
            self.sort = None;
        }
        self
    }
}
