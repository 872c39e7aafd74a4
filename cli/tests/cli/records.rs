//! The reader validates the fields of records by their schema, and reports the others with their
//! path.

use rustscape::dataset::{CITED_FIELDS, DatasetError, Problem, read};
use rustscape_cli::schema::{self, FieldSchema, ObjectSchema, Requirement, ValueType};
use serde_json::{Map, Value, json};

use crate::schema::example;

/// Returns every field of an object and its descendants, with the path to its first example.
fn paths(object: &'static ObjectSchema, prefix: &str) -> Vec<(String, &'static FieldSchema)> {
    let mut found = Vec::new();
    for field in &object.fields {
        let path = format!("{prefix}{}", field.key);
        if let Some(inner) = field.value_type.object() {
            let index = if let ValueType::List(_) = field.value_type { "[0]" } else { "" };
            found.extend(paths(inner, &format!("{path}{index}.")));
        }
        found.push((path, field));
    }
    found
}

/// Returns the path of a reported field.
fn path_of(record: &str, field: &str) -> String {
    match record {
        "file" => field.to_owned(),
        "a" => format!("organizations[0].{field}"),
        "a/a" | "a/projects[0]" => format!("organizations[0].projects[0].{field}"),
        list => format!("{list}.{field}"),
    }
}

fn parent_and_key<'f>(file: &'f mut Value, path: &str) -> (&'f mut Map<String, Value>, String) {
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    let pointer: String = match parent {
        "" => String::new(),
        parent => format!("/{}", parent.replace("[0]", "/0").replace('.', "/")),
    };
    let parent = file.pointer_mut(&pointer).and_then(Value::as_object_mut).unwrap();
    (parent, key.to_owned())
}

fn read_with(path: &str, value: Option<Value>) -> Result<Vec<Problem>, DatasetError> {
    let mut file = example(schema::file_schema());
    let (parent, key) = parent_and_key(&mut file, path);
    match value {
        Some(value) => drop(parent.insert(key, value)),
        None => drop(parent.remove(&key)),
    }
    read(file.to_string().as_bytes()).map(|(_, problems)| problems)
}

fn reported(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| path_of(&problem.record, &problem.field)).collect()
}

fn is_list_of_terms(path: &str) -> bool {
    path.strip_prefix("vocabulary.").is_some_and(|list| !list.contains('.'))
}

#[test]
fn reads_a_file_with_every_field() {
    let (_, problems) = read(example(schema::file_schema()).to_string().as_bytes()).unwrap();
    assert_eq!(problems, []);
}

#[test]
fn reports_missing_required_fields_only() {
    for (path, field) in paths(schema::file_schema(), "") {
        if is_list_of_terms(&path) {
            continue;
        }
        for absent in [None, Some(Value::Null)] {
            match (read_with(&path, absent), field.requirement) {
                (Ok(problems), Requirement::Required) => {
                    assert!(reported(&problems).contains(&path), "{path}: {problems:?}");
                }
                (Err(_), Requirement::Required) => {}
                // Without its sources, a project breaks further rules.
                (Ok(problems), _) if path.ends_with(".sources") => {
                    assert!(!problems.is_empty(), "{path}");
                }
                (Ok(problems), _) => assert_eq!(problems, [], "{path}"),
                (Err(error), _) => panic!("{path}: {error}"),
            }
        }
    }
}

#[test]
fn reports_values_of_the_wrong_type_with_their_path() {
    for (path, field) in paths(schema::file_schema(), "") {
        let is_unread = field.requirement == Requirement::ForCurators;
        if is_unread || is_list_of_terms(&path) || path.ends_with(".projects") {
            continue;
        }
        let wrong = match field.value_type {
            ValueType::Object(_) | ValueType::List(_) => json!("text"),
            ValueType::Bool => json!(1),
            _ => json!(true),
        };
        match read_with(&path, Some(wrong)) {
            Ok(problems) => assert!(reported(&problems).contains(&path), "{path}: {problems:?}"),
            Err(_) => assert!(!path.contains('.'), "{path}"),
        }
    }
}

#[test]
fn reports_texts_in_the_wrong_format_with_their_path() {
    for (path, field) in paths(schema::file_schema(), "") {
        let is_unread = field.requirement == Requirement::ForCurators;
        let (of, place) = match &field.value_type {
            ValueType::List(of) => (&**of, format!("{path}[0]")),
            value_type => (value_type, path.clone()),
        };
        let is_list = place != path;
        let has_form = !matches!(of, ValueType::Text | ValueType::Bool | ValueType::Object(_));
        if is_unread || !has_form {
            continue;
        }
        let wrong = if is_list { json!(["No Such Thing"]) } else { json!("No Such Thing") };
        let problems = read_with(&path, Some(wrong)).unwrap();
        assert!(reported(&problems).contains(&place), "{path}: {problems:?}");
    }
}

#[test]
fn citable_fields_match_the_schema() {
    let project =
        schema::file_schema().object("organizations").unwrap().object("projects").unwrap();
    let cites = &project.object("cites").unwrap().fields;
    let keys: Vec<_> = cites.iter().map(|field| field.key.as_str()).collect();
    assert_eq!(keys, CITED_FIELDS);
}
