//! Actions of a reader and their steps: route, history, scroll position and focus.

use std::sync::Arc;

use rustscape::{
    link::{self, Route},
    search::{Facet, Polarity, Query, QueryPart, Refinement, SortBy},
    state::{Act, Atlas, Focus, HistoryEntry, Presentation, Scroll, Step, step},
};

use crate::atlas;

fn small() -> Arc<Atlas> {
    Atlas::from_bytes(atlas::small().to_string().as_bytes()).unwrap()
}

fn route(atlas: &Atlas, address: &str) -> Route {
    link::read(address, &atlas.dataset, atlas.catalog()).route
}

fn query(atlas: &Atlas, address: &str) -> Query {
    match route(atlas, address) {
        Route::Explore(query) => query,
        other => panic!("{address} is {other:?}"),
    }
}

/// Returns the step of an action on the page of an address.
fn act(atlas: &Atlas, address: &str, act: Act) -> Option<Step> {
    let route = route(atlas, address);
    let query = match &route {
        Route::Explore(query) => query.clone(),
        _ => Query::default(),
    };
    step(atlas, Presentation::Page, &route, &query, act)
}

/// Checks the address and the focus after an action that pushes an entry.
#[track_caller]
fn check(from: &str, what: Act, to: &str, focus: Focus) {
    let atlas = small();
    let Step { route, entry, scroll, focus: given } = act(&atlas, from, what).expect("a step");
    assert_eq!(link::address(&route, &atlas.dataset, atlas.catalog()), to);
    assert_eq!((entry, scroll, given), (HistoryEntry::Push, Scroll::Top, focus));
}

fn cpp(polarity: Polarity) -> Refinement {
    let atlas = small();
    let (value, _) =
        atlas.catalog().listed(Facet::Replaces).find(|(_, value)| &*value.id == "cpp").unwrap();
    Refinement { facet: Facet::Replaces, value, polarity }
}

#[test]
fn a_choice_pushes_an_entry_and_keeps_the_focus() {
    let (include, exclude) = (cpp(Polarity::Include), cpp(Polarity::Exclude));
    let focus = Focus::KeepOrHeading;
    check("", Act::Toggle(include), "replaces/cpp/", focus);
    check("replaces/cpp/", Act::Toggle(include), "", focus);
    check("replaces/cpp/", Act::Toggle(exclude), "?replaces=-cpp", focus);
    check("replaces/cpp/", Act::ClearFacet(Facet::Replaces), "", focus);
    check("?q=a", Act::Refine(include), "replaces/cpp/?q=a", focus);
    check("", Act::ToggleYear(2020), "since/2020/", focus);
    check("since/2020/", Act::ToggleYear(2020), "", focus);
    check("", Act::FirstYear(Some(2020)), "?since=2020..", focus);
    check("?since=2020..", Act::LastYear(Some(2020)), "since/2020/", focus);
    check("?since=2020..", Act::FirstYear(None), "", focus);
    check("", Act::Sort(SortBy::Name), "?sort=name", focus);
    check("org/acme/", Act::Toggle(include), "replaces/cpp/", focus);
}

#[test]
fn removing_a_part_moves_the_focus_to_the_heading() {
    check(
        "replaces/cpp/",
        Act::Remove(QueryPart::Refinement(cpp(Polarity::Include))),
        "",
        Focus::Heading,
    );
    check("replaces/cpp/?q=a", Act::Remove(QueryPart::Text), "replaces/cpp/", Focus::Heading);
}

#[test]
fn typing_pushes_one_entry_and_keeps_focus_and_scroll_position() {
    let atlas = small();
    let typed = |text: &str| query(&atlas, "").with_text(text);
    let first = act(&atlas, "", Act::Type { query: typed("a"), begins: true }).expect("a step");
    assert_eq!(first.entry, HistoryEntry::Push);
    assert_eq!((first.scroll, first.focus), (Scroll::Top, Focus::Keep));
    let next = act(&atlas, "?q=a", Act::Type { query: typed("ac"), begins: false });
    let next = next.expect("a step");
    assert_eq!(next.route, Route::Explore(typed("ac")));
    assert_eq!(next.entry, HistoryEntry::ReplaceLater);
    assert_eq!((next.scroll, next.focus), (Scroll::Keep, Focus::Keep));
}

#[test]
fn an_action_without_effect_makes_no_step() {
    let atlas = small();
    assert_eq!(act(&atlas, "", Act::Remove(QueryPart::Text)), None);
    assert_eq!(act(&atlas, "", Act::ClearFacet(Facet::Domain)), None);
    assert_eq!(act(&atlas, "", Act::Ask(Query::default())), None);
    assert_eq!(act(&atlas, "?sort=name", Act::Sort(SortBy::Name)), None);
    assert_eq!(act(&atlas, "org/acme/", Act::Open(route(&atlas, "org/acme/"))), None);
}

#[test]
fn a_frame_shows_an_organization_as_the_list_of_its_projects() {
    let atlas = small();
    let open = |address: &str| {
        let act = Act::Open(route(&atlas, address));
        let home = (Route::home(), Query::default());
        step(&atlas, Presentation::Embed, &home.0, &home.1, act).map(|step| step.route)
    };
    assert_eq!(open("org/acme/"), Some(route(&atlas, "?org=acme")));
    assert_eq!(open("org/acme/a/"), Some(route(&atlas, "org/acme/a/")));
    assert_eq!(open("org/"), None, "there is no room for the names of everything");
}
