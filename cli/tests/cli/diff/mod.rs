//! `rustscape diff`.

mod records;
mod reports;
mod statements;

use serde_json::Value;

use crate::program::{Run, run_with_input};

/// Path of the old dataset.
const OLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/diff/old.json");

/// Reads the old dataset, so that a test can change it.
fn old() -> Value {
    let text = std::fs::read_to_string(OLD).expect("the fixture is there");
    serde_json::from_str(&text).expect("the fixture is JSON")
}

/// Runs the command on the old dataset and a changed copy.
#[track_caller]
fn diff(change: impl FnOnce(&mut Value), args: &[&str]) -> Run {
    let mut new = old();
    change(&mut new);
    let args: Vec<&str> = ["diff", OLD, "-"].iter().chain(args).copied().collect();
    run_with_input(&args, &new.to_string())
}

/// Asserts the changes of the JSON report. `expected` lists each change as `change record subject`,
/// followed by each edit as `field: before -> after`.
#[track_caller]
fn check(change: impl FnOnce(&mut Value), expected: &str) {
    let run = diff(change, &["--format", "json"]);
    assert_eq!(run.code, 0, "{run:?}");
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let changes = report["changes"].as_array().expect("a list");
    let lines: Vec<String> = changes.iter().flat_map(lines).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    assert_eq!(lines, expected, "{run:?}");
}

fn lines(change: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or("-".to_owned(), str::to_owned);
    let head = ["change", "record", "subject"].map(|key| text(&change[key])).join(" ");
    let edits = change["edits"].as_array().expect("a list").iter().map(|edit| {
        let (before, after) = (text(&edit["before"]), text(&edit["after"]));
        format!("{}: {before} -> {after}", text(&edit["field"]))
    });
    std::iter::once(head).chain(edits).collect()
}

fn acme(dataset: &mut Value) -> &mut Value {
    &mut dataset["organizations"][0]
}

fn gate(dataset: &mut Value) -> &mut Value {
    &mut acme(dataset)["projects"][0]
}
