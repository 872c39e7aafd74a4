//! The vocabulary terms that a dataset uses.

use std::collections::HashSet;

use rustscape::dataset::VocabularyKind;
use serde_json::Value;

use crate::schema::{self, ValueType};

/// Terms, identified by vocabulary list and id.
pub(super) type UsedTerms = HashSet<(VocabularyKind, String)>;

/// Returns the terms that the records of a dataset file use.
pub(super) fn used_terms(file: &Value) -> UsedTerms {
    let mut used = UsedTerms::new();
    collect(file, &ValueType::Object(schema::file_schema().clone()), &mut used);
    used
}

fn collect(value: &Value, value_type: &ValueType, used: &mut UsedTerms) {
    match (value_type, value) {
        (ValueType::Term(kind), Value::String(id)) => drop(used.insert((*kind, id.clone()))),
        (ValueType::Country, Value::String(code)) => {
            used.insert((VocabularyKind::Country, code.to_ascii_lowercase()));
        }
        (ValueType::List(of), Value::Array(values)) => {
            for value in values {
                collect(value, of, used);
            }
        }
        (ValueType::Object(object), Value::Object(members)) => {
            for field in &object.fields {
                if let Some(value) = members.get(&field.key) {
                    collect(value, &field.value_type, used);
                }
            }
        }
        _ => {}
    }
}
