//! Queries and their parts.

use super::{Facet, SortBy, ValueIdx, YearRange};
use crate::dataset::ProjectIdx;

/// Maximum length of a query's text, in characters. No name or sentence that people search for is
/// longer, and a link with it still fits into a chat message.
pub const TEXT_MAX_CHARS: usize = 200;

/// Inclusion or exclusion of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Keeps projects with this value, or with another included value of the same facet.
    Include,
    /// Removes projects with this value.
    Exclude,
}

/// A chosen value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Refinement {
    /// Facet.
    pub facet: Facet,
    /// Position of the value in the list of the facet. Valid for one dataset only.
    pub value: ValueIdx,
    /// Inclusion or exclusion.
    pub polarity: Polarity,
}

/// A part of a query that can be removed on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QueryPart {
    /// The whole text.
    Text,
    /// One of several words, by its position in [`Query::words`].
    Word(usize),
    /// The range of years.
    Years,
    /// The hand-picked projects.
    Picked,
    /// A chosen value.
    Refinement(Refinement),
}

/// A query for an [`Index`](super::Index): text, refinements, years, hand-picked projects, order.
///
/// Fields have a canonical form, so queries that ask the same are equal. Links rely on that.
///
/// ```
/// use rustscape::search::{Query, SortBy, YearRange};
///
/// let query = Query::default()
///     .with_text("  web   server ")
///     .with_years(YearRange::new(Some(2018), None))
///     .with_sort(SortBy::Newest);
/// assert_eq!(query.text(), "web server");
/// assert_eq!(query.words().count(), 2);
/// assert_eq!(query.with_text("").sort(), SortBy::Newest);
///
/// // The default order is not a choice.
/// let text = Query::default().with_text("server");
/// assert_eq!(text.clone().with_sort(SortBy::Relevance), text);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    text: String,
    refinements: Vec<Refinement>,
    years: YearRange,
    picked: Vec<ProjectIdx>,
    sort: Option<SortBy>,
}

impl Query {
    /// Returns the text: words separated by single spaces, at most [`TEXT_MAX_CHARS`] characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Iterates over the words of the text, separated at spaces.
    pub fn words(&self) -> impl Iterator<Item = &str> + '_ {
        self.text.split(' ').filter(|word| !word.is_empty())
    }

    /// Returns the chosen values, sorted by facet and value. Each value occurs at most once.
    pub fn refinements(&self) -> &[Refinement] {
        &self.refinements
    }

    /// Iterates over the chosen values of one facet.
    pub fn refinements_of(&self, facet: Facet) -> impl Iterator<Item = Refinement> + '_ {
        self.refinements.iter().copied().filter(move |refinement| refinement.facet == facet)
    }

    /// Returns the range of years in which projects came into use.
    pub fn years(&self) -> YearRange {
        self.years
    }

    /// Returns the hand-picked projects, sorted. Empty means all projects.
    pub fn picked(&self) -> &[ProjectIdx] {
        &self.picked
    }

    /// Returns the order of the results: the chosen one, or the default.
    pub fn sort(&self) -> SortBy {
        self.sort.unwrap_or(self.default_sort())
    }

    /// Returns the default order, which depends on whether the query has text.
    pub fn default_sort(&self) -> SortBy {
        if self.text.is_empty() { SortBy::Projects } else { SortBy::Relevance }
    }

    /// Returns whether the query matches every project, in any order.
    pub fn is_empty(&self) -> bool {
        self.parts().next().is_none()
    }

    /// Returns the polarity of a value. `None` if the value is not chosen.
    pub fn polarity(&self, facet: Facet, value: ValueIdx) -> Option<Polarity> {
        self.refinements_of(facet)
            .find(|refinement| refinement.value == value)
            .map(|refinement| refinement.polarity)
    }

    /// Returns whether the query refines a facet. A range of years refines `since`.
    pub fn refines(&self, facet: Facet) -> bool {
        self.refinements_of(facet).next().is_some()
            || (facet == Facet::Since && !self.years.is_all())
    }

    /// Iterates over the parts that can be removed; the text is one part and comes last.
    pub fn parts(&self) -> impl Iterator<Item = QueryPart> + '_ {
        let picked = (!self.picked.is_empty()).then_some(QueryPart::Picked);
        let years = (!self.years.is_all()).then_some(QueryPart::Years);
        let text = (!self.text.is_empty()).then_some(QueryPart::Text);
        let refinements = self.refinements.iter().copied().map(QueryPart::Refinement);
        picked.into_iter().chain(refinements).chain(years).chain(text)
    }

    /// Returns the query with another text.
    ///
    /// Whitespace and control characters become single spaces. A text longer than
    /// [`TEXT_MAX_CHARS`] is cut.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        let is_space = |c: char| c.is_whitespace() || c.is_control();
        let words = text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>();
        let cut = words.join(" ").chars().take(TEXT_MAX_CHARS).collect::<String>();
        cut.trim_end().clone_into(&mut self.text);
        self.with_sort_kept()
    }

    /// Returns the query with a value chosen. An earlier choice of the same value is replaced.
    #[must_use]
    pub fn with(mut self, refinement: Refinement) -> Self {
        let same = |r: &Refinement| (r.facet, r.value) == (refinement.facet, refinement.value);
        self.refinements.retain(|other| !same(other));
        let at = self.refinements.partition_point(|other| *other < refinement);
        self.refinements.insert(at, refinement);
        self
    }

    /// Returns the query with another range of years.
    #[must_use]
    pub fn with_years(mut self, years: YearRange) -> Self {
        self.years = years;
        self
    }

    /// Returns the query restricted to hand-picked projects. An empty list removes the restriction.
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

    /// Returns the query with another order.
    #[must_use]
    pub fn with_sort(mut self, sort: SortBy) -> Self {
        self.sort = Some(sort);
        self.with_sort_kept()
    }

    /// Returns the query with a value chosen, or without it if the same choice is already there.
    #[must_use]
    pub fn toggled(self, refinement: Refinement) -> Self {
        if self.refinements.contains(&refinement) {
            return self.without(QueryPart::Refinement(refinement));
        }
        self.with(refinement)
    }

    /// Returns the query without one of its parts.
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

    /// Returns the query without any refinement of a facet.
    #[must_use]
    pub fn without_facet(mut self, facet: Facet) -> Self {
        self.refinements.retain(|refinement| refinement.facet != facet);
        if facet == Facet::Since {
            self.years = YearRange::default();
        }
        self
    }

    /// Restores the canonical form: the default order is not stored, and relevance needs text.
    fn with_sort_kept(mut self) -> Self {
        let meaningless = self.sort == Some(SortBy::Relevance) && self.text.is_empty();
        if meaningless || self.sort == Some(self.default_sort()) {
            self.sort = None;
        }
        self
    }
}
