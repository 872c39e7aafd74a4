//! Which terms a dataset uses.

use std::collections::HashSet;

use rustscape::dataset::VocabularyKind;
use serde_json::Value;

use crate::schema::{self, ValueType};

/// Terms, by their lists and ids.
pub(super) type Used = HashSet<(VocabularyKind, String)>;

/// The terms that the records of a file use.
pub(super) fn used_terms(file: &Value) -> Used {
    let mut used = Used::new();
    gather(file, &ValueType::Object(schema::file_schema().clone()), &mut used);
    used
}

fn gather(value: &Value, value_type: &ValueType, used: &mut Used) {
    match (value_type, value) {
        (ValueType::Term(coded), Value::String(id)) => drop(used.insert((*coded, id.clone()))),
        (ValueType::Country, Value::String(code)) => {
            used.insert((VocabularyKind::Country, code.to_ascii_lowercase()));
        }
        (ValueType::List(of), Value::Array(values)) => {
            for value in values {
                gather(value, of, used);
            }
        }
        (ValueType::Object(object), Value::Object(members)) => {
            for field in &object.fields {
                if let Some(value) = members.get(&field.key) {
                    gather(value, &field.value_type, used);
                }
            }
        }
        _ => {}
    }
}
