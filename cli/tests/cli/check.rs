//! `rustscape check`: findings, reports and exit codes.

mod agreement;
mod damage;
mod output;

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// A small dataset without findings.
const VALID: &str = include_str!("../fixtures/check/harbor.json");

/// Runs the check with a text on standard input.
fn check(text: &[u8], args: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rustscape"))
        .args(["check", "-"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text).unwrap();
    child.wait_with_output().unwrap()
}

/// Returns the findings in a text, as JSON.
fn findings(text: &[u8], args: &[&str]) -> Vec<Value> {
    let output = check(text, &[args, &["--format", "json"]].concat());
    let mut report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let Value::Array(findings) = report["files"][0]["findings"].take() else { panic!("{report}") };
    findings
}

/// Returns the names of the rules that a text breaks, sorted and without repetitions.
fn rules(text: &[u8], args: &[&str]) -> Vec<String> {
    let mut rules: Vec<_> = findings(text, args)
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect();
    rules.sort();
    rules.dedup();
    rules
}

#[test]
fn strict_check_finds_nothing_in_a_valid_dataset() {
    let found = findings(VALID.as_bytes(), &["--strict", "--first-year", "2006"]);
    assert!(found.is_empty(), "{found:#?}");
}
