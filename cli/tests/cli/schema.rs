//! The schema is the published one, it takes the dataset, and it says what the reader says.

use std::{fs, path::PathBuf, process::Command};

use jsonschema::Validator;
use rustscape::dataset::{Problem, RuleViolation, read};
use rustscape_cli::schema::{self, ObjectSchema, ValueType};
use serde_json::{Map, Value, json};

/// A frozen dataset of several hundred organizations.
const ATLAS: &str = include_str!("../../../tests/fixtures/atlas.json");

/// What the reader reports and no schema can: it would have to compare values with each other.
const BEYOND_A_SCHEMA: [RuleViolation; 4] = [
    RuleViolation::IdTaken,
    RuleViolation::NotInVocabulary,
    RuleViolation::NoSuchSource,
    RuleViolation::EndsBeforeItBegins,
];

/// What the schema refuses and the reader never looks at: fields for curators, lists that it takes
/// for empty where they are none, and a version that is a number. `check` reports them all.
const BEYOND_THE_READER: [&str; 5] = ["$schema", "in_post", "type", "projects", "schema_version"];

/// Among how many places of one kind the values are shared out.
const N_SHARES: usize = 3;

/// Texts of every type of the schema, and near to them.
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

/// Values of every kind, and texts of and near every form.
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

/// An object with every field of its schema.
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

/// The pointer of every field of an object and of what lies in it.
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

/// What the reader says of a file; nothing where it takes all of it.
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

fn is_beyond_the_reader(pointer: &str) -> bool {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    BEYOND_THE_READER.contains(&key) || parent == "/vocabulary"
}

/// Holds the two to each other for one file, of which one place was changed.
fn check(schema: &Validator, file: &Value, change: &str, pointer: &str) {
    let problems = reported(file);
    if schema.is_valid(file) {
        let unexpected: Vec<_> = problems
            .iter()
            .filter(|problem| !BEYOND_A_SCHEMA.contains(&problem.violation))
            .collect();
        assert!(unexpected.is_empty(), "{change}: only the reader objects: {unexpected:?}");
    } else {
        let is_agreed = !problems.is_empty() || is_beyond_the_reader(pointer);
        assert!(is_agreed, "{change}: only the schema objects: {:?}", schema.validate(file));
    }
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema::schema()).unwrap()
}

fn public(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../public/data").join(path)
}

#[test]
fn the_published_schema_is_the_one_that_is_written() {
    let output = Command::new(env!("CARGO_BIN_EXE_rustscape")).arg("schema").output().unwrap();
    assert!(output.status.success());
    let written = String::from_utf8(output.stdout).unwrap();
    let published = fs::read_to_string(public("schema/v1.json")).unwrap();
    assert!(
        written == published,
        "the form has changed: write it again with `rustscape schema > public/data/schema/v1.json`"
    );
}

#[test]
fn the_schema_is_one_of_its_dialect() {
    let schema = schema::schema();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn the_schema_takes_the_dataset_and_refuses_damaged_copies_as_the_reader_does() {
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
fn the_schema_and_the_reader_object_to_the_same_values() {
    let schema = validator();
    let file = example(schema::file());
    assert!(schema.is_valid(&file), "{:?}", schema.validate(&file));
    assert_eq!(reported(&file), []);
    for (idx, pointer) in pointers(schema::file(), "").into_iter().enumerate() {
        check(&schema, &without(&file, &pointer), &format!("{pointer} is absent"), &pointer);
        // Fields of one kind stand in many places: each of these takes other values.
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
        with(&example(schema::file()), "/vocabulary/confidence/0/id", &json!("unverified"));
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
fn a_whole_number_with_a_point_is_whole_for_a_schema_only() {
    let file = with(&example(schema::file()), "/organizations/0/projects/0/since", &json!(2022.0));
    assert!(validator().is_valid(&file));
    assert_eq!(reported(&file).len(), 1);
}

#[test]
fn keys_that_are_not_known_are_allowed() {
    let mut file = example(schema::file());
    file["organizations"][0]["founded"] = json!(1999);
    assert!(validator().is_valid(&file));
    assert_eq!(reported(&file), []);
}
