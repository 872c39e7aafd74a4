//! Tests of the orders of results.

use rustscape::dataset::VocabularyKind;
use serde_json::{Value, json};

use crate::search_atlas::{dataset_of, index_of, outcome, query_of, shown};

fn organizations() -> Value {
    json!([
        {"id": "zoo", "name": "ärger", "projects": [
            {"id": "b", "name": "Élan", "since": 2019, "verified": "2026-01"},
            {"id": "a", "name": "delta", "since": 2021, "verified": "2025-12-31"},
            {"id": "c", "name": "Zulu", "outcomes": [outcome("cpu", "down", Some(10.0), "percent")]},
        ]},
        {"id": "bar", "name": "Bar", "projects": [
            {"id": "a", "name": "alpha", "since": 2020, "verified": "2026-01-02"},
        ]},
        {"id": "ant", "name": "bar", "projects": [
            {"id": "a", "name": "alpha zed", "since": 2021},
        ]},
    ])
}

#[track_caller]
fn check(input: &str, expected: &str) {
    let (dataset, index) = index_of(&organizations());
    let results = index.search(&query_of(&index, input));
    assert_eq!(shown(&dataset, &results), expected, "{input}");
}

#[test]
fn organizations_with_the_most_matching_projects_come_first() {
    check("", "zoo: c a b | ant: a | bar: a");
    check("since:2019..", "zoo: a b | ant: a | bar: a");
    check("since:2020..", "ant: a | bar: a | zoo: a");
    check("alpha sort:projects", "ant: a | bar: a");
}

#[test]
fn sorts_names_folded_and_ties_by_id() {
    check("sort:name", "zoo: a b c | ant: a | bar: a");
}

#[test]
fn sorts_years_and_days_with_unknown_ones_last() {
    check("sort:newest", "ant: a | zoo: a b c | bar: a");
    check("sort:oldest", "zoo: b a c | bar: a | ant: a");
    check("sort:updated", "bar: a | zoo: b a c | ant: a");
}

#[test]
fn sorts_better_matches_first_and_ties_by_id() {
    check("a", "ant: a | bar: a | zoo: a b c");
    check("delta", "zoo: a");
    check("alpha bar", "ant: a | bar: a");
}

/// Returns a project for each outcome, named by its position.
fn measured(outcomes: &[Value]) -> Value {
    let projects = outcomes.iter().enumerate().map(|(at, outcome)| {
        let outcomes = if outcome.is_array() { outcome.clone() } else { json!([outcome]) };
        json!({"id": format!("p{at}"), "outcomes": outcomes})
    });
    json!([{"id": "org", "projects": projects.collect::<Vec<_>>()}])
}

#[track_caller]
fn check_outcomes(outcomes: &[Value], input: &str, metric: Option<&str>, expected: &str) {
    let (dataset, index) = index_of(&measured(outcomes));
    let results = index.search(&query_of(&index, &format!("sort:outcome {input}")));
    let found =
        results.outcome_metric.map(|idx| &dataset.vocabulary.term(VocabularyKind::Metric, idx).id);
    assert_eq!(found.map(String::as_str), metric);
    assert_eq!(shown(&dataset, &results), format!("org: {expected}"));
}

#[test]
fn sorts_effects_by_factor_then_amount_then_level() {
    let outcomes = [
        json!([]),
        outcome("cpu", "down", None, "percent"),
        outcome("cpu", "none", Some(99.0), "percent"),
        outcome("cpu", "down", Some(900.0), "ms"),
        outcome("cpu", "down", Some(2.0), "s"),
        outcome("cpu", "down", Some(50.0), "percent"),
        outcome("cpu", "up", Some(150.0), "percent"),
        outcome("cpu", "down", Some(3.0), "times"),
        outcome("cpu", "up", Some(1.5), "times"),
        outcome("cpu", "down", Some(100.0), "percent"),
        json!([
            outcome("cpu", "up", Some(1.0), "percent"),
            outcome("cpu", "down", Some(90.0), "percent")
        ]),
        outcome("cpu", "down", Some(7.0), "MB"),
        outcome("cpu", "down", Some(150.0), "percent"),
    ];
    check_outcomes(&outcomes, "", Some("cpu"), "p12 p9 p10 p7 p6 p5 p8 p4 p3 p11 p2 p1 p0");
}

#[test]
fn sorts_by_the_included_metric_or_the_most_frequent_one() {
    let outcomes = [
        outcome("memory", "down", Some(2.0), "times"),
        outcome("memory", "down", Some(4.0), "times"),
        outcome("cpu", "down", Some(2.0), "times"),
        json!([
            outcome("cpu", "down", Some(5.0), "times"),
            outcome("memory", "down", Some(3.0), "times"),
            outcome("memory", "none", Some(9.0), "times"),
            outcome("memory", "up", Some(1.0), "percent")
        ]),
    ];
    check_outcomes(&outcomes, "", Some("memory"), "p1 p3 p0 p2");
    check_outcomes(&outcomes, "metric:cpu", Some("cpu"), "p3 p2");
    check_outcomes(&outcomes, "metric:cpu,memory", Some("memory"), "p1 p3 p0 p2");
    check_outcomes(&outcomes, "-metric:memory", Some("cpu"), "p2");
    check_outcomes(&outcomes[1..3], "", Some("cpu"), "p1 p0");
    check_outcomes(&[json!([]), json!([])], "", None, "p0 p1");
    check_outcomes(&[json!([]), json!([])], "metric:unknown", None, "p0 p1");
}

#[test]
fn a_headline_figure_needs_a_quantity_and_a_unit_with_a_symbol() {
    let table = [
        (outcome("cpu", "down", Some(1.0), "percent"), true),
        (outcome("cpu", "up", Some(1.0), "times"), true),
        (outcome("cpu", "down", Some(1.0), "us"), true),
        (outcome("cpu", "down", Some(1.0), "GB"), true),
        (outcome("cpu", "up", Some(1.0), "requests-per-second"), true),
        (outcome("cpu", "none", Some(1.0), "percent"), false),
        (outcome("size", "down", Some(1.0), "percent"), false),
        (outcome("cpu", "down", None, "percent"), false),
        (outcome("cpu", "down", Some(1.0), "lines"), false),
        (outcome("cpu", "down", Some(1.0), "count"), false),
        (outcome("cpu", "down", Some(1.0), "usd"), false),
        (outcome("cpu", "down", Some(1.0), "other"), false),
    ];
    for (outcome, expected) in table {
        let dataset = dataset_of(&measured(std::slice::from_ref(&outcome)));
        let change = dataset.projects[0].outcomes[0].change(&dataset.vocabulary);
        assert_eq!(change.is_some(), expected, "{outcome}");
    }
}
