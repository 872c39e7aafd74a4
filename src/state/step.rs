//! Decides how an act of the reader changes the page. Pure, so that every rule is tested natively.

use super::{Atlas, Presentation};
use crate::{
    dataset::OrgIdx,
    link::{Route, refine_by_org},
    search::{Facet, Polarity, Query, QueryPart, Refinement, SortBy, YearRange},
};

/// An act of the reader that asks for another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Chooses a value, or takes the same choice back.
    Toggle(Refinement),
    /// Adds a refinement; one of the same value makes way.
    Refine(Refinement),
    /// Asks for a single year, or takes that back.
    ToggleYear(u16),
    /// Asks for years from this one on; `None` leaves that end open.
    FirstYear(Option<u16>),
    /// Asks for years up to this one; `None` leaves that end open.
    LastYear(Option<u16>),
    /// Asks for another order.
    Sort(SortBy),
    /// Removes a part of the query.
    Remove(QueryPart),
    /// Removes all refinements of a facet.
    ClearFacet(Facet),
    /// Asks for a whole query.
    Ask(Query),
    /// Opens a route.
    Open(Route),
    /// Types a query. `begins` is true for the first keystroke, and whenever a word became a
    /// refinement: these are steps of their own in the history.
    Type {
        /// The query with what was typed.
        query: Query,
        /// Whether this begins an entry of the history.
        begins: bool,
    },
}

/// The change that an act makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The route to show.
    pub route: Route,
    /// The change of the browser's history.
    pub entry: HistoryEntry,
    /// The scroll position after the change.
    pub scroll: Scroll,
    /// The focus after the change.
    pub focus: Focus,
}

/// The change of the browser's history that belongs to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryEntry {
    /// A new entry: one step back undoes the act.
    Push,
    /// The current entry gets the new address once typing rests.
    ReplaceLater,
}

/// The scroll position after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    /// The top of the page.
    Top,
    /// Unchanged.
    Keep,
}

/// The focus after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Unchanged, in the search field.
    Keep,
    /// On the same element, or on the heading where that is gone.
    KeepOrHeading,
    /// On the heading: the element that was used goes with the part of the query that it names.
    Heading,
}

/// Decides the step of an act. `route` is the current one and `query` that of the list, which may lie
/// below the page of a record. Returns `None` when the act changes nothing.
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

/// Returns the route that an act asks for.
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

/// Returns the route that a presentation shows for `route`: in a frame, an organization is the list of
/// its projects, and there is no room for the names of everything.
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

/// Returns the organization whose projects a query asks for, if it asks for nothing else.
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
