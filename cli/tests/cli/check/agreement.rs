//! Agreement of the check with the schema on damaged datasets. `tests/cli/schema.rs` compares the
//! schema with the reader, value by value.
//!
//! A schema cannot compare values with each other. It cannot require that ids are unique, that terms
//! are in the vocabulary, that a source exists, or that a project ends after it began.

use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use rustscape_cli::check::{Rule, Settings, Severity, find};
use serde_json::{Value, json};

use super::VALID;

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&rustscape_cli::schema::json_schema()).unwrap());

/// Rules that the schema also enforces.
const SCHEMA_RULES: [Rule; 11] = [
    Rule::Missing,
    Rule::WrongKind,
    Rule::NotASlug,
    Rule::NotADate,
    Rule::NotAnAddress,
    Rule::NotAWord,
    Rule::NotACountry,
    Rule::NotAColor,
    Rule::WithoutSource,
    Rule::NotADataset,
    Rule::WrongVersion,
];

/// Returns replacements for a value; `None` removes the value.
fn replacements() -> Vec<Option<Value>> {
    let texts = [
        "",
        " ",
        "No Such Thing",
        "a-slug",
        "2022-09",
        "2022-13",
        "0000",
        "CH",
        "#b7410e",
        "1.0",
        "2.0",
        "down",
        "https://example.org/a",
        "HTTP://example.org",
        "https://",
        "https://me@example.org/",
        "https://example.org/a b",
        "https://:80/",
        "https://example.org/\u{85}",
        "ftp://example.org/",
    ];
    let mut values = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(7),
        json!(1.5),
        json!(2022),
        json!(5000),
        json!([]),
        json!([1]),
        json!([""]),
        json!([null]),
        json!(["a"]),
        json!({}),
        json!({"a": 1}),
    ];
    values.extend(texts.map(Value::from));
    std::iter::once(None).chain(values.into_iter().map(Some)).collect()
}

fn valid() -> Value {
    serde_json::from_str(VALID).unwrap()
}

/// Collects the JSON pointers of all values below a value.
fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut add = |key: &str, inner: &Value| {
        let path = format!("{path}/{key}");
        paths(inner, &path, found);
        found.push(path);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, inner)| add(key, inner)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(idx, inner)| add(&idx.to_string(), inner));
        }
        _ => {}
    }
}

/// Replaces the value at a path. Does nothing if an earlier replacement removed its parent.
fn replace(dataset: &mut Value, path: &str, replacement: Option<Value>) {
    let (parent, key) = path.rsplit_once('/').unwrap();
    match (dataset.pointer_mut(parent), replacement) {
        (Some(Value::Object(members)), Some(value)) => drop(members.insert(key.to_owned(), value)),
        (Some(Value::Object(members)), None) => drop(members.shift_remove(key)),
        (Some(Value::Array(values)), replacement) => {
            let idx = key.parse().ok().filter(|idx| *idx < values.len());
            match (idx, replacement) {
                (Some(idx), Some(value)) => values[idx] = value,
                (Some(idx), None) => drop(values.remove(idx)),
                (None, _) => {}
            }
        }
        _ => {}
    }
}

/// Asserts that the check and the schema both accept or both reject a dataset.
#[track_caller]
fn assert_agreement(dataset: &Value, damage: &str) {
    let found = find(dataset.to_string().as_bytes(), &Settings::default());
    let errors: Vec<_> = VALIDATOR.iter_errors(dataset).map(|error| error.to_string()).collect();
    // For a field that only curators see, the check reports a blank text as a warning.
    let is_refused = |rule: Rule| rule.severity() == Severity::Error || rule == Rule::Empty;
    let has_error = found.iter().any(|finding| is_refused(finding.rule));
    assert!(errors.is_empty() || has_error, "{damage}: only the schema rejects: {errors:#?}");
    let mut by_schema_rules = found.iter().filter(|finding| SCHEMA_RULES.contains(&finding.rule));
    let refused = by_schema_rules.next();
    assert!(
        refused.is_none() || !errors.is_empty(),
        "{damage}: only the check rejects: {refused:#?}"
    );
}

#[test]
fn only_the_check_finds_conflicts_between_values() {
    for (path, value, rule) in [
        ("/organizations/1/id", json!("harbor"), Rule::IdTaken),
        ("/organizations/0/industry", json!("fishing"), Rule::NotInVocabulary),
        ("/organizations/0/projects/0/outcomes/0/source", json!(9), Rule::NoSuchSource),
        ("/organizations/0/projects/1/until", json!(2001), Rule::EndsBeforeItBegins),
    ] {
        let mut dataset = valid();
        replace(&mut dataset, path, Some(value));
        assert!(VALIDATOR.is_valid(&dataset), "{path}");
        let found = find(dataset.to_string().as_bytes(), &Settings::default());
        assert!(found.iter().any(|finding| finding.rule == rule), "{path}: {found:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_check_agree_on_any_two_damages(
        damages in any::<[(prop::sample::Index, prop::sample::Index); 2]>(),
    ) {
        let mut dataset = valid();
        let mut all = Vec::new();
        paths(&dataset, "", &mut all);
        let damages = damages.map(|(path, value)| (path.get(&all), value.get(&replacements()).clone()));
        for (path, value) in damages.clone() {
            replace(&mut dataset, path, value);
        }
        assert_agreement(&dataset, &format!("{damages:?}"));
    }
}
