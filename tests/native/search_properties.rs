//! Property tests of the search engine against a naive model.
//!
//! Datasets and queries are random with a fixed seed, so every run checks the same cases.

pub(crate) mod generated;
mod oracle;
mod oracle_text;

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::{
    prelude::{Strategy, any},
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use rustscape::{
    dataset::Dataset,
    search::{Facet, Index, InputState, Query, QueryPart, ValueIdx, YearRange, parse_input},
};

use crate::{
    search_atlas::{dataset_of, index_of},
    search_properties::{
        generated::{QueryTemplate, any_organizations, any_query, any_text},
        oracle::Oracle,
    },
};

/// Number of cases. Every pair of features meets often, and a debug build takes one or two seconds.
const N_CASES: u32 = 400;

fn check<S: Strategy>(strategy: &S, holds: impl Fn(S::Value) -> Result<(), String>)
where
    S::Value: std::fmt::Debug,
{
    let config = Config { cases: N_CASES, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(strategy, |case| holds(case).map_err(TestCaseError::fail));
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn search_agrees_with_the_naive_model() {
    check(&(any_organizations(), any_query()), |(organizations, template)| {
        let dataset = dataset_of(&organizations);
        let index = Index::new(&dataset, &crate::search_atlas::NAMES);
        let query = template.query(&index, dataset.projects.len());
        compare(&dataset, &index, &query)
    });
}

fn compare(dataset: &Dataset, index: &Index, query: &Query) -> Result<(), String> {
    let oracle = Oracle::new(dataset, index.catalog(), query);
    let results = index.search(query);
    let groups = results.groups.iter();
    let groups = groups.map(|group| (group.org, group.projects.clone())).collect::<Vec<_>>();
    equal("groups", &groups, &oracle.groups())?;
    equal("corrected", &results.corrections.len(), &oracle.n_corrected())?;
    for facet in Facet::ALL {
        for (at, value) in index.catalog().values(facet).iter().enumerate() {
            let n_projects = results.count(facet, ValueIdx(u32::try_from(at).unwrap()));
            equal(
                &format!("{facet:?} {}", value.id),
                &n_projects,
                &oracle.count(facet, &value.id),
            )?;
        }
    }
    compare_relaxations(index, query)
}

/// Checks that every part, and every word of several, is offered for removal with its matches.
fn compare_relaxations(index: &Index, query: &Query) -> Result<(), String> {
    let n_words = query.words().count();
    let words = (0..n_words).filter(|_| (2..=8).contains(&n_words)).map(QueryPart::Word);
    let relaxations = index.relaxations(query);
    for part in query.parts().chain(words) {
        let relaxed = index.search(&query.clone().without(part)).n_projects;
        let offered = relaxations.iter().find(|relaxation| relaxation.part == part);
        equal("relaxed", &offered.map_or(0, |relaxation| relaxation.n_projects), &relaxed)?;
    }
    let is_sorted = relaxations.is_sorted_by(|a, b| a.n_projects >= b.n_projects);
    equal("sorted relaxations", &is_sorted, &true)
}

fn equal<T: PartialEq + std::fmt::Debug>(
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
fn highlights_are_sorted_separate_and_on_character_boundaries() {
    let (_, index) = index_of(&generated::one_of_each_word());
    check(&(any_text(), any_text()), |(text, marked)| {
        let highlighter = index.search(&Query::default().with_text(&text)).highlighter;
        for marked in [&marked, &text] {
            let mut last_end = None;
            for range in highlighter.ranges(marked) {
                let is_text = marked.get(range.clone()).is_some_and(|part| !part.is_empty());
                if !is_text || last_end.is_some_and(|end| range.start <= end) {
                    return Err(format!("{range:?} after {last_end:?} in “{marked}”"));
                }
                last_end = Some(range.end);
            }
        }
        Ok(())
    });
}

#[test]
fn parses_and_searches_any_input() {
    let (_, index) = index_of(&generated::one_of_each_word());
    let at = any::<bool>()
        .prop_map(|is_going| if is_going { InputState::Typing } else { InputState::Complete });
    check(&(generated::any_input(), at), |(input, at)| {
        let read = || {
            let parsed = parse_input(&input, at, index.catalog());
            index.search(&Query::default().with_text(&parsed.text));
            parsed
        };
        let parsed = catch_unwind(AssertUnwindSafe(read)).map_err(|_| input.clone())?;
        let again = parse_input(&parsed.text, InputState::Complete, index.catalog());
        equal("the text of the text", &again.text, &parsed.text)
    });
}

#[test]
fn year_ranges_round_trip_through_their_text_form() {
    let year = || proptest::option::of(0_u16..=9999);
    check(&(year(), year()), |(from, to)| {
        let range = YearRange::new(from, to);
        equal("range", &YearRange::parse(&range.to_string()), &Some(range))
    });
}

#[test]
fn equal_questions_make_equal_queries() {
    let (dataset, index) = index_of(&generated::one_of_each_word());
    check(&any_query(), |template: QueryTemplate| {
        let query = template.query(&index, dataset.projects.len());
        let reversed = template.reversed().query(&index, dataset.projects.len());
        equal("query", &query, &reversed)
    });
}
