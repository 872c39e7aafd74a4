//! Figures of measured outcomes.

use rustscape::dataset::{Dataset, read};
use rustscape::wording::{figure, headline, short_number};
use serde_json::{Value, json};

use crate::atlas;
use crate::search_atlas::outcome;

/// Returns the small dataset with these outcomes at its first project.
fn measured(outcomes: &[Value]) -> Dataset {
    let mut file = atlas::small();
    file["vocabulary"]["metric"] = json!([
        {"id": "cpu", "label": "Processor", "quantity": "CPU"},
        {"id": "latency", "label": "Latency", "quantity": "latency"},
        {"id": "throughput", "label": "Throughput", "quantity": "throughput"},
        {"id": "safety", "label": "Safety", "quantity": "safety bugs"},
        {"id": "loss", "label": "Loss", "quantity": "packet loss"},
        {"id": "time", "label": "Time", "quantity": "run time"},
        {"id": "size", "label": "Size", "quantity": "size"},
        {"id": "memory", "label": "Memory", "quantity": "memory"},
        {"id": "emissions", "label": "Emissions", "quantity": "CO2 emissions"},
        {"id": "other", "label": "Other"}
    ]);
    file["organizations"][0]["projects"][0]["outcomes"] = json!(outcomes);
    let (dataset, problems) = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(problems, []);
    dataset
}

/// Returns the figure with plain spaces, or an empty string.
fn shown(outcome: &Value) -> String {
    let dataset = measured(std::slice::from_ref(outcome));
    let figure = figure(&dataset.projects[0].outcomes[0], &dataset.vocabulary);
    let text = figure.map(|figure| format!("{} {}", figure.amount, figure.quantity));
    text.unwrap_or_default().replace('\u{a0}', " ")
}

#[track_caller]
fn check(metric: &str, direction: &str, value: f64, unit: &str, expected: &str) {
    assert_eq!(shown(&outcome(metric, direction, Some(value), unit)), expected);
}

#[test]
fn a_figure_names_the_amount_and_the_quantity() {
    check("cpu", "down", 70.0, "percent", "−70 % CPU");
    check("latency", "down", 28.7, "times", "28.7× lower latency");
    check("safety", "down", 1000.0, "times", "1000× fewer safety bugs");
    check("loss", "down", 2.0, "times", "2× lower packet loss");
    check("throughput", "up", 8.0, "times", "8× higher throughput");
    check("time", "down", 10.0, "times", "10× faster run time");
    check("size", "down", 10.0, "times", "10× smaller size");
    check("memory", "down", 6.0, "times", "6× less memory");
    check("cpu", "down", 24.0, "times", "24× less CPU");
    check("emissions", "down", 2.0, "times", "2× lower CO2 emissions");
    check("throughput", "up", 50.0, "percent", "+50 % throughput");
    check("latency", "down", 10.0, "ms", "−10 ms latency");
    check("latency", "down", 2.5, "s", "−2.5 s latency");
    check("latency", "down", 3.0, "us", "−3 µs latency");
    check("cpu", "up", 64.0, "KB", "+64 KB CPU");
    check("cpu", "down", 64.0, "MB", "−64 MB CPU");
    check("cpu", "down", 1.0, "GB", "−1 GB CPU");
    check("throughput", "up", 40_000_000.0, "requests-per-second", "+40 M req/s throughput");
}

#[test]
fn shows_a_regression_like_an_improvement() {
    check("cpu", "up", 20.0, "percent", "+20 % CPU");
    check("safety", "up", 2.0, "times", "2× more safety bugs");
    check("latency", "up", 2.0, "times", "2× higher latency");
    check("time", "up", 1.8, "times", "1.8× slower run time");
    check("size", "up", 3.0, "times", "3× larger size");
    check("cpu", "up", 2.0, "times", "2× more CPU");
    check("throughput", "down", 13.0, "percent", "−13 % throughput");
}

#[test]
fn an_outcome_without_a_numeric_change_has_no_figure() {
    check("cpu", "none", 70.0, "percent", "");
    check("latency", "none", 2.0, "ms", "");
    check("other", "down", 160.0, "times", "");
    for unit in ["lines", "count", "usd", "developers-months", "other"] {
        check("cpu", "down", 7.0, unit, "");
    }
    assert_eq!(shown(&outcome("cpu", "down", None, "percent")), "");
}

#[test]
fn an_amount_has_no_break_spaces() {
    let dataset = measured(&[outcome("cpu", "down", Some(12_000.0), "ms")]);
    let figure = figure(&dataset.projects[0].outcomes[0], &dataset.vocabulary).unwrap();
    assert_eq!(figure.amount, "−12\u{a0}k\u{a0}ms");
}

#[test]
fn the_headline_is_the_first_outcome_with_a_figure() {
    let dataset = measured(&[
        outcome("cpu", "none", Some(70.0), "percent"),
        outcome("latency", "down", Some(3.0), "times"),
        outcome("cpu", "down", Some(90.0), "percent"),
    ]);
    let (outcome, figure) = headline(&dataset.projects[0], &dataset.vocabulary).unwrap();
    assert_eq!(outcome, &dataset.projects[0].outcomes[1]);
    assert_eq!((figure.amount.as_str(), figure.quantity.as_str()), ("3×", "lower latency"));
    assert_eq!(headline(&dataset.projects[1], &dataset.vocabulary), None);
}

#[test]
fn numbers_are_short_and_keep_two_decimals() {
    let check = |number: f64, expected: &str| {
        assert_eq!(short_number(number).replace('\u{a0}', " "), expected, "{number}");
    };
    check(0.0, "0");
    check(0.004, "0");
    check(0.29, "0.29");
    check(0.05, "0.05");
    check(2.5, "2.5");
    check(3.72, "3.72");
    check(1.999, "2");
    check(70.0, "70");
    check(1000.0, "1000");
    check(9_999.0, "9999");
    check(9_999.999, "10 k");
    check(12_345.0, "12.35 k");
    check(150_000.0, "150 k");
    check(999_994.0, "999.99 k");
    check(999_999.0, "1 M");
    check(1_750_000.0, "1.75 M");
    check(40_000_000.0, "40 M");
    check(999_999_999.0, "1 bn");
    check(1_200_000_000.0, "1.2 bn");
}
