//! `rustscape schema`: the committed schema is current and agrees with the reader.

use std::{fs, path::PathBuf, process::Command};

use jsonschema::Validator;
use rustscape::dataset::{Problem, RuleViolation, read};
use rustscape_cli::schema::{self, ObjectSchema, ValueType};
use serde_json::{Map, Value, json};

/// A frozen dataset of several hundred organizations.
const ATLAS: &str = include_str!("../../../tests/fixtures/atlas.json");

/// Violations that only the reader finds, because a schema cannot compare values with each other.
const ONLY_FOUND_BY_READER: [RuleViolation; 4] = [
    RuleViolation::IdTaken,
    RuleViolation::NotInVocabulary,
    RuleViolation::NoSuchSource,
    RuleViolation::EndsBeforeItBegins,
];

/// Fields in which the schema rejects values that the reader ignores: fields for curators, lists that
/// the reader treats as empty, and a version that is a number. `check` reports all of them.
const IGNORED_BY_READER: [&str; 5] = ["$schema", "in_post", "type", "projects", "schema_version"];

/// Number of fields of one type that share the test values.
const N_SHARES: usize = 3;

/// Valid and nearly valid texts for every type of the schema.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "A",
    "a-b",
    "a--b",
    "-a",
    "a b",
    "é",
    "text",
    "1.0",
    "1",
    "10.0",
    "2.0",
    "2022",
    "0000",
    "0010",
    "22",
    "2022-09",
    "2022-13",
    "2022-9",
    "2022-09-14",
    "2022-09-32",
    "2022-09-14 ",
    "2022-09-14-1",
    "https://example.org",
    "http://example.org/a?b#c",
    "HTTPS://example.org",
    "ftp://example.org",
    "https://",
    "https:///a",
    "https://:80/",
    "https://a@example.org/",
    "https://example.org/a@b",
    "https://example.org/a b",
    "https://example.org/\u{7f}",
    "https://example.org/\u{85}",
    "https://example.org/é",
    "https://example.org/<a>",
    "https://example.org/a\\b",
    "https://example.org/a\n",
    "javascript:alert(1)",
    "CH",
    "ch",
    "CHE",
    "C1",
    "#b7410e",
    "#B7410E",
    "#b7410",
    "b7410e",
    "language",
    "down",
    "Down",
    "percent",
    "original",
    "added",
    "unverified",
];

/// Returns test values of every JSON type, including [`TEXTS`].
fn values() -> Vec<Value> {
    let mut values: Vec<_> = TEXTS.iter().map(|text| json!(text)).collect();
    values.extend(["a".repeat(60), "a".repeat(61)].map(Value::from));
    values.extend([json!(null), json!(true), json!(false), json!({}), json!([])]);
    values.extend([
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(2022),
        json!(1899),
        json!(3000),
        json!(1e300),
    ]);
    values.extend([
        json!([null]),
        json!(["a"]),
        json!(["a", "a"]),
        json!([""]),
        json!([0]),
        json!([-1]),
        json!([{}]),
    ]);
    values
}

/// Returns an object with every field of its schema.
pub(crate) fn example(object: &ObjectSchema) -> Value {
    let members = object
        .fields
        .iter()
        .map(|field| (field.key.clone(), example_value(&field.key, &field.value_type)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn example_value(key: &str, value_type: &ValueType) -> Value {
    match value_type {
        ValueType::Text if key == "schema_version" => json!("1.0"),
        ValueType::Text | ValueType::Slug | ValueType::Term(_) => json!("a"),
        ValueType::Url => json!("https://example.org/"),
        ValueType::Date => json!("2022-09"),
        ValueType::Year => json!(2022),
        ValueType::Amount => json!(2.5),
        ValueType::SourceIndex => json!(0),
        ValueType::Bool => json!(true),
        ValueType::Country => json!("CH"),
        ValueType::Color => json!("#b7410e"),
        ValueType::Word(words) => json!(words[0]),
        ValueType::Object(object) => example(object),
        ValueType::List(of) => json!([example_value(key, of)]),
    }
}

/// Returns the JSON pointers of all fields of an object and of the objects inside it.
fn pointers(object: &ObjectSchema, parent: &str) -> Vec<String> {
    let mut found = Vec::new();
    for field in &object.fields {
        let pointer = format!("{parent}/{}", field.key);
        match &field.value_type {
            ValueType::Object(inner) => found.extend(pointers(inner, &pointer)),
            ValueType::List(of) => {
                if let ValueType::Object(inner) = &**of {
                    found.extend(pointers(inner, &format!("{pointer}/0")));
                }
                found.push(format!("{pointer}/0"));
            }
            _ => {}
        }
        found.push(pointer);
    }
    found
}

fn without(file: &Value, pointer: &str) -> Value {
    let mut file = file.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    if let Some(Value::Object(parent)) = file.pointer_mut(parent) {
        parent.remove(key);
    }
    file
}

fn with(file: &Value, pointer: &str, value: &Value) -> Value {
    let mut file = file.clone();
    *file.pointer_mut(pointer).unwrap() = value.clone();
    file
}

/// Returns the problems that the reader finds in a file.
fn reported(file: &Value) -> Vec<Problem> {
    let whole = |error: &dyn ToString| Problem {
        record: "file".to_owned(),
        field: String::new(),
        violation: RuleViolation::WrongKind,
        reason: error.to_string(),
        at: rustscape::dataset::json::Position::default(),
    };
    match read(file.to_string().as_bytes()) {
        Ok((_, problems)) => problems,
        Err(error) => vec![whole(&error)],
    }
}

fn is_ignored_by_reader(pointer: &str) -> bool {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    IGNORED_BY_READER.contains(&key) || parent == "/vocabulary"
}

/// Asserts that the schema and the reader agree on a file with one changed field.
fn check(schema: &Validator, file: &Value, change: &str, pointer: &str) {
    let problems = reported(file);
    if schema.is_valid(file) {
        let unexpected: Vec<_> = problems
            .iter()
            .filter(|problem| !ONLY_FOUND_BY_READER.contains(&problem.violation))
            .collect();
        assert!(unexpected.is_empty(), "{change}: only the reader rejects: {unexpected:?}");
    } else {
        let is_agreed = !problems.is_empty() || is_ignored_by_reader(pointer);
        assert!(is_agreed, "{change}: only the schema rejects: {:?}", schema.validate(file));
    }
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema::json_schema()).unwrap()
}

fn public(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../public/data").join(path)
}

#[test]
fn committed_schema_is_current() {
    let output = Command::new(env!("CARGO_BIN_EXE_rustscape")).arg("schema").output().unwrap();
    assert!(output.status.success());
    let written = String::from_utf8(output.stdout).unwrap();
    let published = fs::read_to_string(public("schema/v1.json")).unwrap();
    assert!(
        written == published,
        "the schema has changed: regenerate it with `rustscape schema > public/data/schema/v1.json`"
    );
}

#[test]
fn schema_is_valid_in_its_dialect() {
    let schema = schema::json_schema();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn schema_accepts_the_dataset_and_rejects_damaged_copies() {
    let file: Value = serde_json::from_str(ATLAS).unwrap();
    let schema = validator();
    assert!(schema.is_valid(&file), "{:?}", schema.validate(&file));
    let damages = [
        ("/organizations/0/id", json!("No Slug")),
        ("/organizations/1/projects/0/sources/0/url", json!("ftp://example.org")),
        ("/organizations/2/projects/0/confidence", json!(null)),
        ("/organizations/3/projects/0/sources", json!([])),
        ("/organizations/4/country", json!("Atlantis")),
        ("/updated", json!("yesterday")),
        ("/vocabulary/domain/0/label", json!("")),
    ];
    for (pointer, value) in damages {
        let broken = with(&file, pointer, &value);
        assert!(!schema.is_valid(&broken), "{pointer}");
        assert!(!reported(&broken).is_empty(), "{pointer}");
    }
}

#[test]
fn schema_and_reader_reject_the_same_values() {
    let schema = validator();
    let file = example(schema::file_schema());
    assert!(schema.is_valid(&file), "{:?}", schema.validate(&file));
    assert_eq!(reported(&file), []);
    for (idx, pointer) in pointers(schema::file_schema(), "").into_iter().enumerate() {
        check(&schema, &without(&file, &pointer), &format!("{pointer} is absent"), &pointer);
        // Each type has many fields, so every field tests only a share of the values.
        for value in values().into_iter().skip(idx % N_SHARES).step_by(N_SHARES) {
            check(
                &schema,
                &with(&file, &pointer, &value),
                &format!("{pointer} is {value}"),
                &pointer,
            );
        }
    }
}

#[test]
fn an_unverified_project_may_lack_sources() {
    let schema = validator();
    let mut file =
        with(&example(schema::file_schema()), "/vocabulary/confidence/0/id", &json!("unverified"));
    let project = "/organizations/0/projects/0";
    for list in ["outcomes", "notes", "sources", "cites"] {
        file = without(&file, &format!("{project}/{list}"));
    }
    check(&schema, &file, "no sources", project);
    assert!(!schema.is_valid(&file));
    let file = with(&file, &format!("{project}/confidence"), &json!("unverified"));
    assert!(schema.is_valid(&file), "{:?}", schema.validate(&file));
    assert_eq!(reported(&file), []);
}

#[test]
fn only_the_schema_accepts_a_whole_number_with_a_point() {
    let file =
        with(&example(schema::file_schema()), "/organizations/0/projects/0/since", &json!(2022.0));
    assert!(validator().is_valid(&file));
    assert_eq!(reported(&file).len(), 1);
}

#[test]
fn accepts_unknown_keys() {
    let mut file = example(schema::file_schema());
    file["organizations"][0]["founded"] = json!(1999);
    assert!(validator().is_valid(&file));
    assert_eq!(reported(&file), []);
}
