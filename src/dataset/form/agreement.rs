//! Holds the table to the reader: what the table lists is read as it says, and nothing else is.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{FILE, Field, Form, Kind, Presence};
use crate::dataset::{DatasetError, Problem, read, reader::asked};

/// What the reader takes from objects before there is a record to report.
const READ_BY_THE_FILE: [&str; 4] =
    ["schema_version", "vocabulary", "organizations", "organizations[0].projects"];

/// An object with every field of its form.
fn example(form: &Form) -> Value {
    let member = |field: &Field| (field.key.to_owned(), example_value(field.key, &field.kind));
    Value::Object(form.fields.iter().map(member).collect::<Map<_, _>>())
}

fn example_value(key: &str, kind: &Kind) -> Value {
    match kind {
        Kind::Text if key == "schema_version" => json!("1.0"),
        Kind::Text | Kind::Slug | Kind::Term(_) => json!("a"),
        Kind::Url => json!("https://example.org/"),
        Kind::Date => json!("2022-09"),
        Kind::Year => json!(2022),
        Kind::Amount => json!(2.5),
        Kind::SourceIndex => json!(0),
        Kind::Bool => json!(true),
        Kind::Country => json!("CH"),
        Kind::Color => json!("#b7410e"),
        Kind::Word(words) => json!(words[0]),
        Kind::Object(form) => example(form),
        Kind::List(kind) => json!([example_value(key, kind)]),
    }
}

/// Every field of a form and of what lies in it, by the path to its first example.
fn paths(form: &'static Form, prefix: &str) -> Vec<(String, &'static Field)> {
    let mut found = Vec::new();
    for field in form.fields {
        let path = format!("{prefix}{}", field.key);
        match field.kind {
            Kind::Object(inner) => found.extend(paths(inner, &format!("{path}."))),
            Kind::List(Kind::Object(inner)) => {
                found.extend(paths(inner, &format!("{path}[0].")));
            }
            _ => {}
        }
        found.push((path, field));
    }
    found
}

/// The path of a field that is reported or asked for as one of a record.
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
    let mut file = example(&FILE);
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

#[test]
fn a_file_with_every_field_is_read_and_every_field_is_asked_for() {
    asked::take();
    let (_, problems) = read(example(&FILE).to_string().as_bytes()).unwrap();
    assert_eq!(problems, []);
    let asked: BTreeSet<String> = asked::take()
        .iter()
        .filter_map(|asked| asked.split_once(": "))
        .map(|(record, field)| path_of(record, field))
        .chain(READ_BY_THE_FILE.map(str::to_owned))
        .collect();
    let listed: BTreeSet<String> = paths(&FILE, "")
        .into_iter()
        .filter(|(path, field)| field.presence != Presence::ForCurators && !is_list_of_terms(path))
        .map(|(path, _)| path)
        .collect();
    // A term of any list may have a quantity, as far as the reader is concerned.
    let asked = asked.into_iter().filter(|path| !path.ends_with("].quantity"));
    let listed = listed.into_iter().filter(|path| !path.ends_with("].quantity"));
    assert_eq!(asked.collect::<Vec<_>>(), listed.collect::<Vec<_>>());
}

fn is_list_of_terms(path: &str) -> bool {
    path.strip_prefix("vocabulary.").is_some_and(|list| !list.contains('.'))
}

#[test]
fn what_has_to_be_there_is_missed_and_what_may_be_absent_is_not() {
    for (path, field) in paths(&FILE, "") {
        if is_list_of_terms(&path) {
            continue;
        }
        for absent in [None, Some(Value::Null)] {
            match (read_with(&path, absent), field.presence) {
                (Ok(problems), Presence::Required) => {
                    assert!(reported(&problems).contains(&path), "{path}: {problems:?}");
                }
                (Err(_), Presence::Required) => {}
                // A project that lost its sources has lost more than these.
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
fn a_value_of_another_kind_is_refused_where_it_stands() {
    for (path, field) in paths(&FILE, "") {
        let is_unread = field.presence == Presence::ForCurators;
        if is_unread || is_list_of_terms(&path) || path.ends_with(".projects") {
            continue;
        }
        let wrong = match field.kind {
            Kind::Object(_) | Kind::List(_) => json!("text"),
            Kind::Bool => json!(1),
            _ => json!(true),
        };
        match read_with(&path, Some(wrong)) {
            Ok(problems) => assert!(reported(&problems).contains(&path), "{path}: {problems:?}"),
            Err(_) => assert!(!path.contains('.'), "{path}"),
        }
    }
}

#[test]
fn a_text_of_another_form_is_refused_where_a_form_is_demanded() {
    for (path, field) in paths(&FILE, "") {
        let is_unread = field.presence == Presence::ForCurators;
        let has_form = !matches!(
            field.kind,
            Kind::Text | Kind::Bool | Kind::Object(_) | Kind::List(Kind::Text | Kind::Object(_))
        );
        if is_unread || !has_form {
            continue;
        }
        let is_list = matches!(field.kind, Kind::List(_));
        let (wrong, place) = if is_list {
            (json!(["No Such Thing"]), format!("{path}[0]"))
        } else {
            (json!("No Such Thing"), path.clone())
        };
        let problems = read_with(&path, Some(wrong)).unwrap();
        assert!(reported(&problems).contains(&place), "{path}: {problems:?}");
    }
}

#[test]
fn the_facts_that_can_be_cited_are_those_of_the_table() {
    let keys: Vec<_> = super::CITES.fields.iter().map(|field| field.key).collect();
    assert_eq!(keys, crate::dataset::CITED_FIELDS);
}
