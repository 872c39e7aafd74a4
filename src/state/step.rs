//! Decision about the change that an action of the reader makes. Pure, so that native tests cover
//! every rule.

use super::{Atlas, Presentation};
use crate::{
    dataset::OrgIdx,
    link::{Route, refine_by_org},
    search::{Facet, Polarity, Query, QueryPart, Refinement, SortBy, YearRange},
};

/// An action of the reader that may change the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Adds a refinement, or removes it if the query has it already.
    Toggle(Refinement),
    /// Adds a refinement and replaces one of the same value.
    Refine(Refinement),
    /// Restricts the list to one year, or removes that restriction.
    ToggleYear(u16),
    /// Sets the first year of the range; `None` removes that limit.
    FirstYear(Option<u16>),
    /// Sets the last year of the range; `None` removes that limit.
    LastYear(Option<u16>),
    /// Changes the order of the list.
    Sort(SortBy),
    /// Removes a part of the query.
    Remove(QueryPart),
    /// Removes all refinements of a facet.
    ClearFacet(Facet),
    /// Replaces the whole query.
    Ask(Query),
    /// Opens a route.
    Open(Route),
    /// Types into the search field.
    Type {
        /// The query with the typed text.
        query: Query,
        /// `true` if the keystroke adds a history entry: the first one, and each that completes a
        /// refinement.
        begins: bool,
    },
}

/// The change that an action makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The route to show.
    pub route: Route,
    /// Change of the browser history.
    pub entry: HistoryEntry,
    /// Scroll position after the change.
    pub scroll: Scroll,
    /// Focus after the change.
    pub focus: Focus,
}

/// Change of the browser history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryEntry {
    /// Adds an entry: "Back" undoes the action.
    Push,
    /// Replaces the address of the current entry after typing stops.
    ReplaceLater,
}

/// Scroll position after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    /// Top of the page.
    Top,
    /// Unchanged.
    Keep,
}

/// Focus after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Unchanged, in the search field.
    Keep,
    /// On the same element, or on the heading if that element no longer exists.
    KeepOrHeading,
    /// On the heading, because the used element is removed together with its part of the query.
    Heading,
}

/// Returns the step of an action, or `None` if the action changes nothing. `route` is the current route
/// and `query` that of the list, which may lie below the page of a record.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     link::Route,
///     search::{Query, SortBy},
///     state::{Act, Atlas, HistoryEntry, Presentation, step},
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let atlas = Atlas::from_bytes(file)?;
/// let act = Act::Sort(SortBy::Name);
/// let step = step(&atlas, Presentation::Page, &Route::home(), &Query::default(), act);
/// let step = step.expect("another order");
/// assert_eq!(step.route, Route::Explore(Query::default().with_sort(SortBy::Name)));
/// assert_eq!(step.entry, HistoryEntry::Push);
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn step(
    atlas: &Atlas,
    presentation: Presentation,
    route: &Route,
    query: &Query,
    act: Act,
) -> Option<Step> {
    let is_keystroke = matches!(act, Act::Type { begins: false, .. });
    let focus = match act {
        Act::Type { .. } => Focus::Keep,
        Act::Remove(_) => Focus::Heading,
        _ => Focus::KeepOrHeading,
    };
    let next = route_for_presentation(target(query, act), presentation, atlas);
    let entry = if is_keystroke { HistoryEntry::ReplaceLater } else { HistoryEntry::Push };
    let scroll = if is_keystroke { Scroll::Keep } else { Scroll::Top };
    (next != *route).then_some(Step { route: next, entry, scroll, focus })
}

/// Returns the route after an action.
fn target(query: &Query, act: Act) -> Route {
    let query = query.clone();
    Route::Explore(match act {
        Act::Open(route) => return route,
        Act::Ask(query) | Act::Type { query, .. } => query,
        Act::Toggle(refinement) => query.toggled(refinement),
        Act::Refine(refinement) => query.with(refinement),
        Act::ToggleYear(year) => {
            let only = YearRange::new(Some(year), Some(year));
            let years = if query.years() == only { YearRange::default() } else { only };
            query.with_years(years)
        }
        Act::FirstYear(from) => {
            let years = YearRange::new(from, query.years().to);
            query.with_years(years)
        }
        Act::LastYear(to) => {
            let years = YearRange::new(query.years().from, to);
            query.with_years(years)
        }
        Act::Sort(sort) => query.with_sort(sort),
        Act::Remove(part) => query.without(part),
        Act::ClearFacet(facet) => query.without_facet(facet),
    })
}

/// Returns the route that a presentation shows for `route`. A frame shows an organization as the list
/// of its projects, and the directory as the list of everything.
pub(super) fn route_for_presentation(
    route: Route,
    presentation: Presentation,
    atlas: &Atlas,
) -> Route {
    match route {
        Route::Organization(org) if presentation == Presentation::Embed => {
            Route::Explore(refine_by_org(Query::default(), org, &atlas.dataset, atlas.catalog()))
        }
        Route::Directory if presentation == Presentation::Embed => Route::home(),
        route => route,
    }
}

/// Returns the organization of a query that only asks for the projects of one organization.
pub(super) fn only_org(query: &Query, atlas: &Atlas) -> Option<OrgIdx> {
    let [Refinement { facet: Facet::Org, value, polarity: Polarity::Include }] =
        query.refinements()
    else {
        return None;
    };
    let org = atlas.dataset.find_org(&atlas.catalog().value(Facet::Org, *value).id)?;
    let all = refine_by_org(Query::default(), org, &atlas.dataset, atlas.catalog());
    (all == *query).then_some(org)
}
