//! Which terms a dataset uses.

use std::collections::HashSet;

use rustscape::dataset::{
    Coded,
    form::{FILE, Kind},
};
use serde_json::Value;

/// Terms, by their lists and ids.
pub(super) type Used = HashSet<(Coded, String)>;

/// The terms that the records of a file use.
pub(super) fn used_terms(file: &Value) -> Used {
    let mut used = Used::new();
    gather(file, &Kind::Object(&FILE), &mut used);
    used
}

fn gather(value: &Value, kind: &Kind, used: &mut Used) {
    match (kind, value) {
        (Kind::Term(coded), Value::String(id)) => drop(used.insert((*coded, id.clone()))),
        (Kind::Country, Value::String(code)) => {
            used.insert((Coded::Country, code.to_ascii_lowercase()));
        }
        (Kind::List(kind), Value::Array(values)) => {
            for value in values {
                gather(value, kind, used);
            }
        }
        (Kind::Object(form), Value::Object(members)) => {
            for field in form.fields {
                if let Some(value) = members.get(field.key) {
                    gather(value, &field.kind, used);
                }
            }
        }
        _ => {}
    }
}
