//! Properties of all queries and links. The seed is fixed, so every run checks the same cases.

use std::fmt::Debug;

use proptest::prelude::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use rustscape::dataset::Dataset;
use rustscape::link::{NOTICES_MAX, Route, address, read};
use rustscape::search::{Catalog, InputState, Query, parse_input};

use super::any_address::any_address;
use crate::atlas;
use crate::search_properties::generated::{QueryTemplate, any_input, any_query};

/// Enough cases for every combination of two facets.
const N_QUERIES: u32 = 500;

/// Number of cases that the specification of links requires.
const N_ADDRESSES: u32 = 10_000;

pub(super) fn check<S: Strategy>(
    n_cases: u32,
    strategy: &S,
    holds: impl Fn(S::Value) -> Result<(), String>,
) where
    S::Value: Debug,
{
    let config = Config { cases: n_cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(strategy, |case| holds(case).map_err(TestCaseError::fail));
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

pub(super) fn equal<T: PartialEq + Debug>(
    what: &str,
    found: &T,
    expected: &T,
) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    Err(format!("{what}: found {found:?}, expected {expected:?}"))
}

#[test]
fn reads_back_the_address_of_any_query() {
    let (dataset, index) = atlas::published();
    check(N_QUERIES, &any_query(), |template: QueryTemplate| {
        let query = template.query(index, dataset.projects.len());
        reads_back(&Route::Explore(query), dataset, index.catalog())
    });
}

#[test]
fn equal_queries_have_equal_addresses_in_any_order_of_parameters() {
    let (dataset, index) = atlas::published();
    check(N_QUERIES, &any_query(), |template: QueryTemplate| {
        let route = Route::Explore(template.query(index, dataset.projects.len()));
        let again = Route::Explore(template.reversed().query(index, dataset.projects.len()));
        let written = address(&route, dataset, index.catalog());
        equal("address", &address(&again, dataset, index.catalog()), &written)?;
        let (path, pairs) = written.split_once('?').unwrap_or((&written, ""));
        let pairs = pairs.rsplit('&').collect::<Vec<_>>().join("&");
        let link = read(&format!("{path}?{pairs}"), dataset, index.catalog());
        equal("route", &link.route, &route)?;
        equal("notices", &link.notices, &Vec::new())
    });
}

#[test]
fn reads_back_the_address_of_any_typed_text() {
    let (dataset, index) = atlas::indexed(atlas::small().to_string().as_bytes());
    check(N_QUERIES, &any_input(), |input| {
        let typed = parse_input(&input, InputState::Complete, index.catalog());
        let mut query = Query::default().with_text(&typed.text);
        for refinement in typed.refinements {
            query = query.with(refinement);
        }
        query = query.with_years(typed.years.unwrap_or_default());
        if let Some(sort) = typed.sort {
            query = query.with_sort(sort);
        }
        reads_back(&Route::Explore(query), &dataset, index.catalog())
    });
}

#[test]
fn reads_any_text_as_a_route_whose_address_reads_back() {
    let (dataset, index) = atlas::indexed(atlas::small().to_string().as_bytes());
    check(N_ADDRESSES, &any_address(), |asked| {
        let link = read(&asked, &dataset, index.catalog());
        if NOTICES_MAX + 1 < link.notices.len() {
            return Err(format!("{} notices", link.notices.len()));
        }
        reads_back(&link.route, &dataset, index.catalog())
    });
}

/// Checks that the address of a route reads back without a notice, and is canonical.
fn reads_back(route: &Route, dataset: &Dataset, catalog: &Catalog) -> Result<(), String> {
    let written = address(route, dataset, catalog);
    let link = read(&written, dataset, catalog);
    equal(&written, &link.route, route)?;
    equal(&written, &link.notices, &Vec::new())?;
    equal(&written, &link.is_embed, &false)?;
    equal("written again", &address(&link.route, dataset, catalog), &written)
}
