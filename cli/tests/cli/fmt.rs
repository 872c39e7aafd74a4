//! `rustscape fmt`: canonical form of datasets.

use proptest::{collection::vec, prelude::*};
use rustscape_cli::fmt::canonical;
use serde_json::Value;

use crate::program::{file, run_with_input};

const SAMPLE: &str = include_str!("../../../tests/fixtures/sample.json");

const ATLAS: &str = include_str!("../../../tests/fixtures/atlas.json");

/// Returns the sample on one line, with its organizations and keys in reverse order.
fn shuffled() -> String {
    fn reverse_keys(value: &mut Value) {
        match value {
            Value::Array(values) => values.iter_mut().for_each(reverse_keys),
            Value::Object(members) => {
                *members = std::mem::take(members).into_iter().rev().collect();
                members.values_mut().for_each(reverse_keys);
            }
            _ => {}
        }
    }
    let mut file: Value = serde_json::from_str(SAMPLE).unwrap();
    reverse_keys(&mut file);
    file["organizations"].as_array_mut().unwrap().reverse();
    file.to_string()
}

#[test]
fn leaves_canonical_text_unchanged() {
    for text in [SAMPLE, ATLAS] {
        assert_eq!(canonical(text.as_bytes()).unwrap(), text);
    }
}

#[test]
fn sorts_keys_and_organizations_and_keeps_unknown_keys() {
    assert_eq!(canonical(shuffled().as_bytes()).unwrap(), SAMPLE);
    let with_more = SAMPLE.replacen("\"title\"", "\"mood\": [ 1.50, 1e3, {} ], \"title\"", 1);
    let text = canonical(with_more.as_bytes()).unwrap();
    let end = "  \"mood\": [\n    1.5,\n    1000.0,\n    {}\n  ]\n}\n";
    assert!(text.ends_with(end), "{}", &text[text.len() - 200..]);
}

#[test]
fn check_reports_the_first_difference_without_writing() {
    let path = file("fmt-check.json", &SAMPLE.replacen("  \"title\"", "   \"title\"", 1));
    let path = path.to_str().unwrap();
    let before = std::fs::read_to_string(path).unwrap();
    let run = run_with_input(&["fmt", "--check", path], "");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!([run.stdout, run.stderr].concat().contains(&format!("{path}:4")));
    assert_eq!(std::fs::read_to_string(path).unwrap(), before);
    assert_eq!(run_with_input(&["fmt", path], "").code, 0);
    assert_eq!(std::fs::read_to_string(path).unwrap(), SAMPLE);
    assert_eq!(run_with_input(&["fmt", "--check", path], "").code, 0);
}

#[test]
fn leaves_files_with_duplicate_keys_or_syntax_errors_unchanged() {
    let twice = SAMPLE.replacen("\"title\"", "\"title\": \"x\",\n  \"title\"", 1);
    for (name, text, place) in [
        ("fmt-twice.json", twice.as_str(), "(the second time in line 5)"),
        ("fmt-broken.json", "{\n  oops", "line 2"),
    ] {
        let path = file(name, text);
        let run = run_with_input(&["fmt", path.to_str().unwrap()], "");
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains(name) && run.stderr.contains(place), "{}", run.stderr);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn formats_standard_input_to_standard_output() {
    let run = run_with_input(&["fmt", "-"], &shuffled());
    assert_eq!((run.code, run.stdout.as_str()), (0, SAMPLE));
}

proptest! {
    #[test]
    fn formatting_a_damaged_file_is_idempotent(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let mut bytes = SAMPLE.as_bytes()[..].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(text) = canonical(&bytes) {
            prop_assert_eq!(canonical(text.as_bytes()).unwrap(), text);
        }
    }
}
