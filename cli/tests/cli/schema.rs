//! `rustscape schema`: what it writes, and that it refuses what a reader refuses.
//!
//! A schema looks at one value at a time. It cannot say that ids are unique, that coded values are
//! in the vocabulary, that a source is there, that a project did not end before it began, or that a
//! whole number is written without a point. Those are left to the check, and all else has to agree.

use std::{collections::BTreeSet, process::Command, sync::LazyLock};

use jsonschema::Validator;
use proptest::prelude::*;
use rustscape_cli::check::{Finding, Rule, Settings, Severity, find};
use serde_json::{Map, Value, json};

const SOUND: &str = include_str!("../fixtures/check/harbor.json");
const PUBLISHED: &str = include_str!("../../../public/data/rustscape.json");
const SCHEMA: &str = include_str!("../../../public/data/schema/v1.json");

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
});

/// Rules that the schema holds a dataset to as well.
const OF_THE_SCHEMA: [Rule; 12] = [
    Rule::Missing,
    Rule::WrongKind,
    Rule::NotASlug,
    Rule::NotADate,
    Rule::NotAnAddress,
    Rule::NotAWord,
    Rule::NotACountry,
    Rule::NotAColor,
    Rule::WithoutSource,
    Rule::Empty,
    Rule::NotADataset,
    Rule::WrongVersion,
];

#[test]
fn the_published_schema_is_the_one_that_is_written() {
    let output = Command::new(env!("CARGO_BIN_EXE_rustscape")).arg("schema").output().unwrap();
    let written = String::from_utf8(output.stdout).unwrap();
    assert!(written == SCHEMA, "run: rustscape schema > public/data/schema/v1.json");
}

#[test]
fn the_schema_is_one_itself() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::validate(&schema).is_ok());
}

#[test]
fn sound_datasets_are_of_the_schema() {
    for text in [SOUND, PUBLISHED] {
        let dataset: Value = serde_json::from_str(text).unwrap();
        let errors: Vec<_> =
            VALIDATOR.iter_errors(&dataset).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn a_newer_dataset_with_more_keys_is_of_the_schema() {
    let mut dataset = sound();
    dataset["schema_version"] = json!("1.7");
    dataset["organizations"][0]["founded"] = json!(1971);
    assert!(VALIDATOR.is_valid(&dataset));
}

/// What a value is replaced with; `None` removes it.
fn replacements() -> Vec<Option<Value>> {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(7),
        json!(1.5),
        json!(2022),
        json!(5000),
        json!(""),
        json!(" "),
        json!("No Such Thing"),
        json!("a-slug"),
        json!("2022-09"),
        json!("2022-13"),
        json!("0000"),
        json!("CH"),
        json!("#b7410e"),
        json!("1.0"),
        json!("2.0"),
        json!("down"),
        json!("https://example.org/a"),
        json!("HTTP://example.org"),
        json!("https://"),
        json!("https://me@example.org/"),
        json!("https://example.org/a b"),
        json!("https://:80/"),
        json!("https://example.org/\u{85}"),
        json!("ftp://example.org/"),
        json!([]),
        json!([1]),
        json!([""]),
        json!([null]),
        json!(["a"]),
        json!({}),
        json!({"a": 1}),
    ];
    std::iter::once(None).chain(values.into_iter().map(Some)).collect()
}

fn sound() -> Value {
    serde_json::from_str(SOUND).unwrap()
}

/// A path to every value below a value, as JSON pointers.
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

fn replace(dataset: &mut Value, path: &str, replacement: Option<Value>) {
    let Some((parent, key)) = path.rsplit_once('/') else { return };
    match (dataset.pointer_mut(parent), replacement) {
        (Some(Value::Object(members)), Some(value)) => drop(members.insert(key.to_owned(), value)),
        (Some(Value::Object(members)), None) => drop(members.shift_remove(key)),
        (Some(Value::Array(values)), replacement) => {
            let idx: usize = key.parse().unwrap();
            match replacement {
                Some(value) if idx < values.len() => values[idx] = value,
                None if idx < values.len() => drop(values.remove(idx)),
                _ => {}
            }
        }
        // An earlier replacement has removed what is above it.
        _ => {}
    }
}

/// What the schema says and what the check says have to agree.
#[track_caller]
fn agree(dataset: &Value, what: &str) {
    let settings = Settings::default();
    let found = find(dataset.to_string().as_bytes(), &settings);
    let of_the_schema: Vec<_> =
        found.iter().filter(|finding| OF_THE_SCHEMA.contains(&finding.rule)).collect();
    let errors: Vec<_> = VALIDATOR.iter_errors(dataset).map(|error| error.to_string()).collect();
    let is_wrong = |finding: &Finding| {
        finding.rule.severity() == Severity::Error || finding.rule == Rule::Empty
    };
    assert!(
        errors.is_empty() || found.iter().any(is_wrong),
        "{what}: only the schema refuses: {errors:#?}"
    );
    assert!(
        of_the_schema.is_empty() || !errors.is_empty(),
        "{what}: only the check refuses: {of_the_schema:#?}"
    );
}

#[test]
fn schema_and_check_agree_on_every_value_that_is_replaced() {
    let sound = sound();
    let mut all = Vec::new();
    paths(&sound, "", &mut all);
    // Of values that stand in the same place of records of a kind, one is enough.
    let mut shapes = BTreeSet::new();
    let of_a_kind = |path: &str| path.replace(|c: char| c.is_ascii_digit(), "");
    all.retain(|path| shapes.insert(of_a_kind(path)));
    assert!(100 < all.len(), "{all:#?}");
    for path in &all {
        for replacement in replacements() {
            let mut dataset = sound.clone();
            let what = format!("{path} = {replacement:?}");
            replace(&mut dataset, path, replacement);
            agree(&dataset, &what);
        }
    }
}

#[test]
fn what_a_schema_cannot_say_is_found_by_the_check_alone() {
    for (path, value, rule) in [
        ("/organizations/1/id", json!("harbor"), Rule::IdTaken),
        ("/organizations/0/industry", json!("fishing"), Rule::NotInVocabulary),
        ("/organizations/0/projects/0/outcomes/0/source", json!(9), Rule::NoSuchSource),
        ("/organizations/0/projects/1/until", json!(2001), Rule::EndsBeforeItBegins),
        ("/organizations/0/projects/0/since", json!(2021.0), Rule::WrongKind),
    ] {
        let mut dataset = sound();
        replace(&mut dataset, path, Some(value));
        assert!(VALIDATOR.is_valid(&dataset), "{path}");
        let found = find(dataset.to_string().as_bytes(), &Settings::default());
        assert!(found.iter().any(|finding| finding.rule == rule), "{path}: {found:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_check_agree_on_any_two_damages(
        first in any::<(prop::sample::Index, prop::sample::Index)>(),
        second in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let mut dataset = sound();
        let mut all = Vec::new();
        paths(&dataset, "", &mut all);
        let mut what = String::new();
        for (path, value) in [first, second] {
            let (path, value) = (path.get(&all), value.get(&replacements()).clone());
            what += &format!("{path} = {value:?}; ");
            replace(&mut dataset, path, value);
        }
        agree(&dataset, &what);
    }
}

#[test]
fn every_property_is_described() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let definitions = schema["$defs"].as_object().unwrap();
    for object in definitions.values().chain([&schema]) {
        assert!(object["description"].is_string(), "{object}");
        let properties: &Map<String, Value> = object["properties"].as_object().unwrap();
        for (key, property) in properties {
            assert!(property["description"].is_string(), "{key}: {property}");
        }
    }
}
