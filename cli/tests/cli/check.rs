//! `rustscape check`: what it finds, how it says so, and its exit codes.

mod agreement;
mod damage;
mod output;

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// A small dataset in which nothing is wrong.
const SOUND: &str = include_str!("../fixtures/check/harbor.json");

/// Checks a text as standard input.
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

/// What is found in a text, as JSON.
fn findings(text: &[u8], args: &[&str]) -> Vec<Value> {
    let output = check(text, &[args, &["--format", "json"]].concat());
    let mut report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let Value::Array(findings) = report["files"][0]["findings"].take() else { panic!("{report}") };
    findings
}

/// The rules that are broken in a text, each once.
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
fn nothing_is_wrong_with_a_sound_dataset_even_strictly() {
    let found = findings(SOUND.as_bytes(), &["--strict", "--first-year", "2006"]);
    assert!(found.is_empty(), "{found:#?}");
}
